#ifndef TRUST_QUICK_GATES_H
#define TRUST_QUICK_GATES_H

// Whether the windows that were seen open all gates of a pattern.

#include "scan.h"

// Whether any window seen is of the rarest gate of a pattern.
static inline bool has_tests(const scan *s, const uint32_t *test_starts) {
  for (uint32_t i = 0; i < s->key_count; i++) {
    if (test_starts[s->keys[i]] < test_starts[s->keys[i] + 1]) return true;
  }
  return false;
}

// Sets the bits of the gates that the windows open.
static inline void open_gates(const scan *s, uint64_t open[TRUST_QUICK_MOST_GATES / 64]) {
  memset(open, 0, (s->image[TRUST_QUICK_GATES] + 63) / 64 * sizeof *open);
  const uint32_t *starts = table(s, TRUST_QUICK_GATE_STARTS);
  const uint16_t *gates = (const uint16_t *)table(s, TRUST_QUICK_KEY_GATES);
  for (uint32_t i = 0; i < s->key_count; i++) {
    uint32_t key = s->keys[i];
    for (uint32_t j = starts[key]; j < starts[key + 1]; j++) {
      open[gates[j] >> 6] |= 1ull << (gates[j] & 63);
    }
  }
}

static bool may_match(const scan *s) {
  const uint32_t *test_starts = table(s, TRUST_QUICK_TEST_STARTS);
  if (!has_tests(s, test_starts)) return false;
  uint64_t open[TRUST_QUICK_MOST_GATES / 64];
  open_gates(s, open);
  const uint32_t *tests = table(s, TRUST_QUICK_TESTS);
  const uint32_t *partner_starts = table(s, TRUST_QUICK_PARTNER_STARTS);
  const uint32_t *partners = table(s, TRUST_QUICK_PARTNERS);
  for (uint32_t i = 0; i < s->key_count; i++) {
    uint32_t key = s->keys[i];
    for (uint32_t j = test_starts[key]; j < test_starts[key + 1]; j++) {
      uint32_t partner = partner_starts[tests[j]], end = partner_starts[tests[j] + 1];
      while (partner < end && (open[partners[partner] >> 6] >> (partners[partner] & 63) & 1)) {
        partner++;
      }
      if (partner == end) return true;
    }
  }
  return false;
}

#endif
