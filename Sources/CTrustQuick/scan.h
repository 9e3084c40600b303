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
};

typedef struct {
  const uint32_t *image;
  const uint16_t *blocks, *classes;
  const uint32_t *bloom, *slots;
  uint32_t bloom_shift, slot_mask;

  // Hashes that may be of windows.
  uint32_t pending_count;
  uint64_t pending[MOST_PENDING];
  uint32_t key_count;
  uint32_t keys[MOST_KEYS];

  // The word under way: its letters, runs of one letter counted once, and whether it has digits (2)
  // and others (1).
  uint32_t length;
  uint32_t kinds;
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
  // The last Chinese character and the one before; 0 for none. The one before the first piece.
  uint32_t han, han_before, han_before_word;
} scan;

static inline const uint32_t *table(const scan *s, int section) {
  return s->image + s->image[section];
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

// Notes the keys of the windows whose hashes wait; those of others with the same tags too.
static bool find_pending(scan *s) {
  for (uint32_t i = 0; i < s->pending_count; i++) {
    uint64_t hash = s->pending[i];
    uint32_t tag = trust_quick_tag(hash);
    uint32_t slot = (uint32_t)hash & s->slot_mask, found;
    while ((found = s->slots[2 * slot]) != 0) {
      if (found == tag && !add_key(s, s->slots[2 * slot + 1])) return false;
      slot = (slot + 1) & s->slot_mask;
    }
  }
  s->pending_count = 0;
  return true;
}

// Notes the hash of what may be a window. Without a branch on whether it is, and looked up together
// with others, as neither can be foretold and the table is in no near cache.
static inline bool probe(scan *s, uint64_t hash) {
  if (s->pending_count == MOST_PENDING && !find_pending(s)) return false;
  s->pending[s->pending_count] = hash;
  s->pending_count += bit(s->bloom, (uint32_t)(hash >> s->bloom_shift));
  return true;
}

#endif
