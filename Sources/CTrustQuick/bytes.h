#ifndef TRUST_QUICK_BYTES_H
#define TRUST_QUICK_BYTES_H

// What single bytes tell: characters, escapes, signs that stand for letters.

#include "scan.h"

// A character of several bytes; 0 if it is ill-formed.
static inline uint32_t decode(const uint8_t *bytes, size_t left, size_t *length) {
  uint32_t first = bytes[0];
  if (first >= 0xE0 && first < 0xF0) {
    if (left < 3 || (bytes[1] & 0xC0) != 0x80 || (bytes[2] & 0xC0) != 0x80) return 0;
    uint32_t scalar = (first & 15) << 12 | (bytes[1] & 63u) << 6 | (bytes[2] & 63u);
    if (scalar < 0x800 || (scalar & 0xF800) == 0xD800) return 0;
    *length = 3;
    return scalar;
  }
  if (first >= 0xC2 && first < 0xE0) {
    if (left < 2 || (bytes[1] & 0xC0) != 0x80) return 0;
    *length = 2;
    return (first & 31) << 6 | (bytes[1] & 63u);
  }
  if (first < 0xF0 || first > 0xF4 || left < 4) return 0;
  for (int i = 1; i < 4; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  uint32_t scalar =
      (first & 7) << 18 | (bytes[1] & 63u) << 12 | (bytes[2] & 63u) << 6 | (bytes[3] & 63u);
  if (scalar < 0x10000 || scalar > 0x10FFFF) return 0;
  *length = 4;
  return scalar;
}

static inline bool is_hex(uint8_t byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

static inline bool is_latin(uint8_t byte) {
  return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

// The class of the character at `bytes`; what is ill-formed is odd.
static inline uint32_t class_at(const scan *s, const uint8_t *bytes, size_t left, size_t *length) {
  *length = 1;
  uint32_t scalar = bytes[0] < 0x80 ? bytes[0] : decode(bytes, left, length);
  if (scalar == 0 && bytes[0] != 0) return TRUST_QUICK_ODD;
  return s->classes[(size_t)s->blocks[scalar >> 8] << 8 | (scalar & 255)];
}

// Whether a letter or digit follows, hidden characters apart; what is odd may be one.
static bool is_before_letter(const scan *s, const uint8_t *bytes, size_t left) {
  size_t length;
  for (; left > 0; bytes += length, left -= length) {
    uint32_t entry = class_at(s, bytes, left, &length);
    uint32_t class = entry & TRUST_QUICK_CLASS_MASK;
    if (class != TRUST_QUICK_GONE) return class == TRUST_QUICK_ODD || is_letter(entry);
  }
  return false;
}

// Whether a sign of one of the classes that stand for letters may do so: g@rlic, $alt, viru$. Those
// behind it are `bytes`. At the front figures alone are a price, or a count.
static bool stands_for_letter(const scan *s, uint32_t class, const uint8_t *bytes, size_t left) {
  bool is_before = is_before_letter(s, bytes, left);
  if (s->length > 0) return is_before || class != TRUST_QUICK_EXCLAMATION;
  if (!is_before || class == TRUST_QUICK_AT) return false;
  while (left > 0 && bytes[0] >= '0' && bytes[0] <= '9') {
    bytes++;
    left--;
  }
  return is_before_letter(s, bytes, left);
}

// Follows names and links as folding does: they begin with @ or two slashes, and end before a space or
// what is not ASCII. What folds to ASCII and is none leaves it open.
static inline void follow_name(scan *s, uint8_t byte, uint32_t class) {
  s->slashes = byte == '/' ? s->slashes + 1 : 0;
  if (class == TRUST_QUICK_AT || s->slashes == 2) {
    s->name = IN_NAME;
  } else if (byte <= ' ') {
    s->name = NO_NAME;
  } else if (byte >= 0x7F && (s->name == IN_NAME || class == TRUST_QUICK_CLAUSE_MARK)) {
    s->name = PERHAPS_IN_NAME;
  }
}

static bool is_named_entity(const uint8_t *bytes, size_t left) {
  size_t end = 0;
  while (end < left && end < 12 && is_latin(bytes[end])) end++;
  return end > 0 && end < left && bytes[end] == ';';
}

// The sign that one of the few names that are everywhere stands for, as in &amp;, and how long it is
// written; 0 for none.
static inline uint8_t sign_of_entity(const uint8_t *bytes, size_t left, size_t *length) {
  static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    *length = strlen(names[i]);
    if (left >= *length && memcmp(bytes, names[i], *length) == 0) return (uint8_t)"&<>\" "[i];
  }
  return 0;
}

// Whether an entity or an escape may start here that folding decodes: &#28418; %E6%BC%82.
static bool may_be_escape(const uint8_t *bytes, size_t left) {
  if (bytes[0] == '%') return left > 2 && is_hex(bytes[1]) && is_hex(bytes[2]);
  if (left > 1 && bytes[1] == '#') return true;
  size_t length;
  if (sign_of_entity(bytes, left, &length) == 0) return is_named_entity(bytes + 1, left - 1);
  // &amp;#28418; is an entity that was escaped once more.
  bytes += length;
  left -= length;
  return left > 0 && (bytes[0] == '#' || is_named_entity(bytes, left));
}

#endif
