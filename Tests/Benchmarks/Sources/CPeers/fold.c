#include <stdlib.h>
#include <string.h>

#include "CPeers.h"

enum { SCALARS = 0x110000, LONG = 255 };

/// An entry is a length and, up to three bytes, the bytes themselves; longer foldings stand in
/// `bytes` at the entry's upper bits.
struct peer_fold {
  uint32_t entries[SCALARS];
  uint32_t *starts;
  uint8_t *bytes;
  int64_t growth;
};

static int utf8_length(uint8_t first) {
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// Reads a scalar of well-formed UTF-8.
static uint32_t decode(const uint8_t *p, int *length) {
  *length = utf8_length(p[0]);
  switch (*length) {
    case 1: return p[0];
    case 2: return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    case 3: return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    default:
      return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
             (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
  }
}

peer_fold *peer_fold_make(const uint8_t *bytes, const uint32_t *starts) {
  peer_fold *fold = calloc(1, sizeof *fold);
  size_t size = starts[SCALARS];
  fold->bytes = malloc(size);
  fold->starts = malloc((SCALARS + 1) * sizeof *starts);
  memcpy(fold->bytes, bytes, size);
  memcpy(fold->starts, starts, (SCALARS + 1) * sizeof *starts);
  fold->growth = 1;
  for (uint32_t scalar = 0; scalar < SCALARS; scalar++) {
    uint32_t length = starts[scalar + 1] - starts[scalar];
    uint32_t entry = LONG;
    if (length <= 3) {
      entry = length;
      for (uint32_t i = 0; i < length; i++) {
        entry |= (uint32_t)bytes[starts[scalar] + i] << (8 * (i + 1));
      }
    }
    fold->entries[scalar] = entry;
    int64_t own = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
    while (fold->growth * own < length) fold->growth++;
  }
  return fold;
}

int64_t peer_fold_bound(const peer_fold *fold, int64_t length) {
  return fold->growth * length + 4;
}

/// `origins` is known at compile time where this is called, so that it costs nothing without.
static inline __attribute__((always_inline)) int64_t fold_text(
    const peer_fold *fold, const uint8_t *text, int64_t length, uint8_t *out, int32_t *origins) {
  uint8_t *next = out;
  for (int64_t i = 0; i < length;) {
    int taken;
    uint32_t scalar = decode(text + i, &taken);
    uint32_t entry = fold->entries[scalar];
    uint32_t size = entry & 0xFF;
    if (size == LONG) {
      size = fold->starts[scalar + 1] - fold->starts[scalar];
      memcpy(next, fold->bytes + fold->starts[scalar], size);
    } else {
      uint32_t inlined = entry >> 8;
      memcpy(next, &inlined, 4);
    }
    if (origins != NULL) {
      for (uint32_t k = 0; k < size; k++) origins[next - out + k] = (int32_t)i;
    }
    next += size;
    i += taken;
  }
  return next - out;
}

int64_t peer_fold_text(const peer_fold *fold, const uint8_t *text, int64_t length, uint8_t *out,
                       int32_t *origins) {
  return origins == NULL ? fold_text(fold, text, length, out, NULL)
                         : fold_text(fold, text, length, out, origins);
}

/// The engine's letters and digits, the same as its `ScalarClass.word`.
static bool is_word(uint32_t c) {
  if (c < 0xC0) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return ((c <= 0x10FF && c != 0xD7 && c != 0xF7) || (c >= 0x1C80 && c <= 0x1FFF) ||
          (c >= 0x2C00 && c <= 0x2DFF) || (c >= 0xA640 && c <= 0xA7FF) ||
          (c >= 0xAC00 && c <= 0xD7A3));
}

/// Whether a letter or digit stands before `at`, or behind it; an apostrophe is looked through.
static bool word_before(const uint8_t *text, int64_t at) {
  int64_t i = at;
  for (int seen = 0; i > 0; seen++) {
    do { i--; } while (i > 0 && (text[i] & 0xC0) == 0x80);
    if (text[i] != '\'' || seen > 0) break;
    if (i == 0) return false;
  }
  int length;
  return at > 0 && is_word(decode(text + i, &length));
}

static bool word_behind(const uint8_t *text, int64_t length, int64_t at) {
  if (at + 1 < length && text[at] == '\'') at++;
  int taken;
  return at < length && is_word(decode(text + at, &taken));
}

bool peer_is_inside_word(const uint8_t *text, int64_t length, int64_t start, int64_t end) {
  int64_t last = end;
  do { last--; } while (last > start && (text[last] & 0xC0) == 0x80);
  int taken;
  return (is_word(decode(text + start, &taken)) && word_before(text, start)) ||
         (is_word(decode(text + last, &taken)) && word_behind(text, length, end));
}
