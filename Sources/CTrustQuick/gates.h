#ifndef TRUST_QUICK_GATES_H
#define TRUST_QUICK_GATES_H

// Whether the windows that were seen open all gates of a pattern.

#include "scan.h"

// A byte for each gate.
typedef struct {
  uint8_t is_open[TRUST_QUICK_MOST_GATES + 1];
} gate_set;

// Opens the gates of a key in lists that two tables are about.
static inline void open_listed(
    const scan *s, int starts_section, int gates_section, uint32_t key, gate_set *open) {
  const uint32_t *starts = table(s, starts_section);
  const uint16_t *gates = (const uint16_t *)table(s, gates_section);
  for (uint32_t i = starts[key]; i < starts[key + 1]; i++) open->is_open[gates[i]] = 1;
}

// Opens the gates that tests ask for first.
static inline void open_first(const scan *s, const trust_quick_key *keys, gate_set *open) {
  uint32_t count = s->image[TRUST_QUICK_FIRSTS];
  memset(open->is_open, 0, count);
  open->is_open[count] = 1;
  for (uint32_t i = 0; i < s->key_count; i++) {
    const trust_quick_key *key = &keys[s->keys[i]];
    for (uint32_t j = 0; j < TRUST_QUICK_INLINE_GATES; j++) open->is_open[key->gates[j]] = 1;
    if (key->counts & TRUST_QUICK_HAS_MORE) {
      open_listed(s, TRUST_QUICK_FIRST_STARTS, TRUST_QUICK_KEY_FIRSTS, s->keys[i], open);
    }
  }
}

static inline void open_others(const scan *s, gate_set *open) {
  memset(open->is_open, 0, s->image[TRUST_QUICK_GATES]);
  for (uint32_t i = 0; i < s->key_count; i++) {
    open_listed(s, TRUST_QUICK_GATE_STARTS, TRUST_QUICK_KEY_GATES, s->keys[i], open);
  }
}

// A key is of the rarest gate of each pattern that it calls a test for; tests ask for the two next ones
// first. Few go on from there, so that the gates that follow are opened for those only.
static bool may_match(const scan *s) {
  const trust_quick_key *keys = (const trust_quick_key *)table(s, TRUST_QUICK_KEYS);
  uint32_t called[MOST_KEYS], called_count = 0;
  for (uint32_t i = 0; i < s->key_count; i++) {
    called[called_count] = s->keys[i];
    called_count += (keys[s->keys[i]].counts & TRUST_QUICK_TEST_COUNT) != 0;
  }
  if (called_count == 0) return false;
  gate_set first, others;
  open_first(s, keys, &first);
  bool has_others = false;
  const uint32_t *tests = table(s, TRUST_QUICK_TESTS);
  const uint32_t *starts = table(s, TRUST_QUICK_PARTNER_STARTS);
  const uint32_t *partners = table(s, TRUST_QUICK_PARTNERS);
  for (uint32_t i = 0; i < called_count; i++) {
    const trust_quick_key *key = &keys[called[i]];
    const uint32_t *test = tests + 2 * (size_t)key->first_test;
    const uint32_t *end = test + 2 * (size_t)(key->counts & TRUST_QUICK_TEST_COUNT);
    for (; test < end; test += 2) {
      if (!(first.is_open[test[0] & 0xFFFF] & first.is_open[test[0] >> 16])) continue;
      uint32_t partner = starts[test[1]], last = starts[test[1] + 1];
      if (partner < last && !has_others) {
        open_others(s, &others);
        has_others = true;
      }
      while (partner < last && others.is_open[partners[partner]]) partner++;
      if (partner == last) return true;
    }
  }
  return false;
}

#endif
