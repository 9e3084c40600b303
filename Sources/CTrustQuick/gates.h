#ifndef TRUST_QUICK_GATES_H
#define TRUST_QUICK_GATES_H

// Whether the windows that were seen open all gates of a pattern.

#include "scan.h"

typedef struct {
  uint64_t bits[TRUST_QUICK_MOST_GATES / 64];
} gate_set;

static inline bool is_open(const gate_set *open, uint32_t gate) {
  return open->bits[gate >> 6] >> (gate & 63) & 1;
}

// Whether any window seen is of the rarest gate of a pattern.
static inline bool has_tests(const scan *s, const uint32_t *test_starts) {
  for (uint32_t i = 0; i < s->key_count; i++) {
    if (test_starts[s->keys[i]] < test_starts[s->keys[i] + 1]) return true;
  }
  return false;
}

// Sets the bits of the gates that the windows open: of the `count` ones that two tables are about.
static inline void open_gates(
    const scan *s, int starts_section, int gates_section, uint32_t count, gate_set *open) {
  memset(open->bits, 0, (count + 63) / 64 * sizeof *open->bits);
  const uint32_t *starts = table(s, starts_section);
  const uint16_t *gates = (const uint16_t *)table(s, gates_section);
  for (uint32_t i = 0; i < s->key_count; i++) {
    uint32_t key = s->keys[i];
    for (uint32_t j = starts[key]; j < starts[key + 1]; j++) {
      open->bits[gates[j] >> 6] |= 1ull << (gates[j] & 63);
    }
  }
}

// Tests ask for the rarest gate first. Few go on from there, so that the gates that follow are opened
// for those only.
static bool may_match(const scan *s) {
  const uint32_t *test_starts = table(s, TRUST_QUICK_TEST_STARTS);
  if (!has_tests(s, test_starts)) return false;
  gate_set first, others;
  open_gates(s, TRUST_QUICK_FIRST_STARTS, TRUST_QUICK_KEY_FIRSTS, s->image[TRUST_QUICK_FIRSTS], &first);
  bool has_others = false;
  const uint32_t *tests = table(s, TRUST_QUICK_TESTS);
  const uint32_t *partner_starts = table(s, TRUST_QUICK_PARTNER_STARTS);
  const uint32_t *partners = table(s, TRUST_QUICK_PARTNERS);
  for (uint32_t i = 0; i < s->key_count; i++) {
    uint32_t key = s->keys[i];
    for (uint32_t j = test_starts[key]; j < test_starts[key + 1]; j++) {
      uint32_t partner = partner_starts[tests[j]], end = partner_starts[tests[j] + 1];
      if (partners[partner] != TRUST_QUICK_ANY && !is_open(&first, partners[partner])) continue;
      if (!has_others) {
        open_gates(s, TRUST_QUICK_GATE_STARTS, TRUST_QUICK_KEY_GATES, s->image[TRUST_QUICK_GATES], &others);
        has_others = true;
      }
      for (partner++; partner < end && is_open(&others, partners[partner]);) partner++;
      if (partner == end) return true;
    }
  }
  return false;
}

#endif
