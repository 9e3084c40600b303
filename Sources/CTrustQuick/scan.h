#ifndef TRUST_QUICK_SCAN_H
#define TRUST_QUICK_SCAN_H

// What a scan knows so far, and how it notes a window.

#include <stdbool.h>
#include <string.h>

#include "CTrustQuick.h"

// The state of one scan lives on the stack; what does not fit makes the answer "maybe".
enum {
  MOST_KEYS = 2048,
  MOST_PENDING = 512,
  LONGEST_WORD = 96,
  // Letters of the shortest word that may be glued, runs of one letter counted once.
  SHORTEST_PIECE = 2,
  // Of the ways in which a word may be parted, how many parts are remembered.
  MOST_PARTS = 64,
  // How many pieces of a word that signs part are put together again.
  MOST_PIECES = 4,
  MOST_RECENT = 8,
  MOST_TOKENS = 4096,
};

// The hash of what may be a window, and the place of its last token.
typedef struct {
  uint64_t hash;
  uint32_t place;
} pending_window;

enum { NO_NAME, IN_NAME, PERHAPS_IN_NAME };

typedef struct {
  const uint32_t *image;
  const uint16_t *blocks, *classes;
  const uint32_t *bloom, *slots, *neighbours;
  uint32_t bloom_shift, slot_mask;

  uint32_t pending_count;
  pending_window pending[MOST_PENDING];
  uint32_t key_count;
  uint32_t keys[MOST_KEYS];

  // The last tokens: words, and runs of the same Chinese character. What is behind the last one that
  // is known is still to come.
  uint32_t token_count;
  uint32_t tokens[MOST_TOKENS];
  // What stands behind the last token: a barrier, or a clause mark.
  bool has_barrier, has_clause_mark;
  // Whether a name (@a_name) or a link goes on, in which an apostrophe is no part of a word.
  uint8_t name;
  uint32_t slashes;

  // The word under way: its letters, runs of one letter counted once, and whether it has digits (2)
  // and others (1).
  uint32_t length;
  uint32_t kinds;
  // `TRUST_QUICK_REPEATED` if a letter was left out, else 0.
  uint32_t is_repeated;
  uint64_t hash;
  // The last pieces of words that only signs part, the one under way included.
  uint32_t piece_count;
  uint32_t piece_starts[MOST_PIECES + 1];
  uint8_t letters[MOST_PIECES * LONGEST_WORD + LONGEST_WORD];
  // How many words of one letter came one after another.
  uint32_t singles;
  // The last words before the one under way, and put-together pieces that may be one, latest last.
  bool is_pieced;
  uint32_t recent_count;
  uint64_t recent[MOST_RECENT];
  // The last Chinese character, and the one before the first piece; 0 for none.
  uint32_t han, han_before_word;
} scan;

static inline const uint32_t *image_table(const uint32_t *image, int section) {
  return image + image[section];
}

static inline const uint32_t *table(const scan *s, int section) {
  return image_table(s->image, section);
}

static inline bool bit(const uint32_t *bits, uint32_t index) {
  return bits[index >> 5] >> (index & 31) & 1;
}

static inline bool is_letter(uint32_t entry) {
  uint32_t class = entry & TRUST_QUICK_CLASS_MASK;
  return class >= TRUST_QUICK_FIRST_LETTER && class < TRUST_QUICK_FIRST_HAN;
}

// Notes a key, unless it is 0.
static inline bool add_key(scan *s, uint32_t key) {
  if (s->key_count == MOST_KEYS) return false;
  s->keys[s->key_count] = key;
  s->key_count += key != 0;
  return true;
}

// Whether a token may be another way to write a figure.
static inline bool may_be_figure(uint32_t token, uint32_t wanted) {
  return token & TRUST_QUICK_WORD ? token & TRUST_QUICK_HAS_DIGIT : wanted & TRUST_QUICK_WORD;
}

// Whether tokens are those around a window, from `place` on in steps of `step`. Behind one that may be
// read otherwise nothing is certain.
static inline bool is_beside(
    const scan *s, uint32_t place, uint32_t step, const uint32_t *wanted, uint32_t count) {
  for (uint32_t i = 0; i < count; i++, place += step) {
    // Before the first token places are very large.
    if (place >= s->token_count) return false;
    uint32_t token = s->tokens[place], other = wanted[i];
    if (token & TRUST_QUICK_LOOSE) return true;
    if ((token & ~TRUST_QUICK_MARKS) != (other & ~TRUST_QUICK_MARKS)) {
      return (other & TRUST_QUICK_LOOSE) && may_be_figure(token, other);
    }
    if (other & ~token & TRUST_QUICK_REPEATED) return false;
    // What parts two tokens is noted at the second.
    uint32_t parted = step == 1 ? token : s->tokens[place + 1];
    if (parted & ~other & TRUST_QUICK_PARTED) return false;
  }
  return true;
}

// Whether the tokens of a window that ends at `last` are as they must be.
static inline bool is_window(const scan *s, uint32_t last, uint32_t marks) {
  uint32_t length = marks >> 16 & 255, token = s->tokens[last];
  bool may_be_parted = marks >> TRUST_QUICK_WINDOW_PARTED & 1;
  if (length > 1 && (token & TRUST_QUICK_PARTED) && !may_be_parted) return false;
  for (uint32_t bits = marks >> TRUST_QUICK_WINDOW_REPEATED & 3; bits != 0; bits >>= 1, last--) {
    if ((bits & 1) && !(s->tokens[last] & TRUST_QUICK_REPEATED)) return false;
  }
  return true;
}

// Notes the keys of the literals that a window may be of; `last` is the place of its last token.
static bool find_literals(scan *s, const uint32_t *literal, uint32_t last) {
  bool is_loose = s->tokens[last] & TRUST_QUICK_LOOSE;
  for (uint32_t left = *literal++; left > 0; left--) {
    uint32_t key = *literal++, marks = *literal++;
    uint32_t before = marks & 255, behind = marks >> 8 & 255, length = marks >> 16 & 255;
    bool is_there =
        (is_loose || (is_window(s, last, marks) &&
                      is_beside(s, last - length, -1u, literal, before))) &&
        is_beside(s, last + 1, 1, literal + before, behind);
    if (is_there && !add_key(s, key)) return false;
    literal += before + behind;
  }
  return true;
}

// Notes the keys of the windows that wait and have all their neighbours before the last of `end`
// tokens, which may still turn out to be a piece; those of others with the same tags too.
static bool find_pending(scan *s, uint32_t end) {
  for (uint32_t i = 0; i < s->pending_count; i++) {
    __builtin_prefetch(&s->slots[2 * ((uint32_t)s->pending[i].hash & s->slot_mask)]);
  }
  uint32_t kept = 0;
  for (uint32_t i = 0; i < s->pending_count; i++) {
    pending_window window = s->pending[i];
    if (window.place + TRUST_QUICK_MOST_NEIGHBOURS + 1 >= end) {
      s->pending[kept++] = window;
      continue;
    }
    uint32_t tag = trust_quick_tag(window.hash);
    uint32_t slot = (uint32_t)window.hash & s->slot_mask, found;
    while ((found = s->slots[2 * slot]) != 0) {
      if (found == tag && !find_literals(s, s->neighbours + s->slots[2 * slot + 1], window.place)) {
        return false;
      }
      slot = (slot + 1) & s->slot_mask;
    }
  }
  s->pending_count = kept;
  return true;
}
// What is behind all neighbours of the last token.
static inline uint32_t behind_all(const scan *s) {
  return s->token_count + TRUST_QUICK_MOST_NEIGHBOURS + 2;
}

static bool add_token_after_others(scan *s, uint32_t token) {
  if (!find_pending(s, s->token_count)) return false;
  // Windows that still wait are near the end, and their neighbours not far from them.
  enum { KEPT = 3 * TRUST_QUICK_MOST_NEIGHBOURS };
  uint32_t dropped = s->token_count - KEPT;
  memmove(s->tokens, s->tokens + dropped, KEPT * sizeof *s->tokens);
  for (uint32_t i = 0; i < s->pending_count; i++) s->pending[i].place -= dropped;
  s->token_count = KEPT;
  s->tokens[s->token_count++] = token;
  return true;
}

static inline bool add_token(scan *s, uint32_t token) {
  bool are_words = s->token_count > 0 && (token & s->tokens[s->token_count - 1] & TRUST_QUICK_WORD);
  if (s->has_barrier || (s->has_clause_mark && are_words)) token |= TRUST_QUICK_PARTED;
  s->has_barrier = s->has_clause_mark = false;
  if (s->token_count == MOST_TOKENS) return add_token_after_others(s, token);
  s->tokens[s->token_count++] = token;
  return true;
}

static bool has_room(scan *s) {
  return find_pending(s, s->token_count) && s->pending_count < MOST_PENDING;
}

// Notes the hash of what may be a window that ends with the last token. Without a branch on whether
// it is, and looked up together with others, as neither can be foretold and the table is in no near
// cache.
static inline bool probe(scan *s, uint64_t hash) {
  if (s->pending_count == MOST_PENDING && !has_room(s)) return false;
  s->pending[s->pending_count] = (pending_window){hash, s->token_count - 1};
  s->pending_count += bit(s->bloom, (uint32_t)(hash >> s->bloom_shift));
  return true;
}

#endif
