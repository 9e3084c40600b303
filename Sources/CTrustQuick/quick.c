#include "CTrustQuick.h"

#include "bytes.h"
#include "gates.h"
#include "words.h"

// MARK: Chinese

// Probes the last word, or what may be that, with the Chinese character behind it.
static inline bool probe_before_han(scan *s, uint32_t character) {
  uint32_t most = s->is_pieced ? MOST_RECENT : 1;
  for (uint32_t i = s->recent_count; i > 0 && s->recent_count - i < most; i--) {
    if (!probe(s, trust_quick_mixed(1, s->recent[i - 1], character))) return false;
  }
  return true;
}

static inline bool add_han(scan *s, uint32_t character) {
  s->singles = 0;
  if (character == s->han) {
    s->tokens[s->token_count - 1] |= TRUST_QUICK_REPEATED;
    // What stands between the two stands before no other token.
    s->has_barrier = s->has_clause_mark = false;
    // One written twice is one, or the parts of a character.
    return character == TRUST_QUICK_OTHER_HAN || probe(s, trust_quick_run(character, character));
  }
  if (!add_token(s, character)) return false;
  uint32_t before = s->han;
  s->han = character;
  if (character != TRUST_QUICK_OTHER_HAN) {
    if (!probe_before_han(s, character)) return false;
    if (!add_key(s, table(s, TRUST_QUICK_SINGLES)[character - TRUST_QUICK_FIRST_HAN])) return false;
    if (before > TRUST_QUICK_OTHER_HAN && !probe(s, trust_quick_run(before, character))) return false;
  }
  s->recent_count = 0;
  s->is_pieced = false;
  return true;
}

// Adds the Chinese characters of three bytes that follow another one, and answers how many bytes they
// have. As `add_han` does it, which is left what is rare.
//
// PERF: most of a Chinese post is this. Counts stay in registers, and nothing branches on what the
// characters are.
static inline size_t add_characters(
    scan *s, const uint8_t *bytes, size_t count, uint32_t han_end, uint32_t tally[2]) {
  const uint32_t *singles = table(s, TRUST_QUICK_SINGLES);
  uint32_t before = s->han, tokens = s->token_count, pending = s->pending_count;
  uint32_t keys = s->key_count, counted = 0;
  size_t index = 0;
  while (index + 3 <= count && tokens < MOST_TOKENS && pending < MOST_PENDING && keys < MOST_KEYS) {
    // From U+3000 on, up to the surrogates.
    if (bytes[index] < 0xE3 || bytes[index] > 0xEC) break;
    uint32_t second = bytes[index + 1] ^ 0x80u, third = bytes[index + 2] ^ 0x80u;
    if ((second | third) > 63) break;
    uint32_t scalar = (bytes[index] & 15u) << 12 | second << 6 | third;
    uint32_t entry = s->classes[(size_t)s->blocks[scalar >> 8] << 8 | (scalar & 255)];
    uint32_t class = entry & TRUST_QUICK_CLASS_MASK;
    bool is_known = class >= TRUST_QUICK_FIRST_HAN && class < han_end;
    if ((!is_known && class != TRUST_QUICK_OTHER_HAN) || class == before) break;
    index += 3;
    counted += entry >> 14 & 1;
    s->tokens[tokens] = class;
    s->keys[keys] = singles[is_known ? class - TRUST_QUICK_FIRST_HAN : 0];
    keys += is_known & (s->keys[keys] != 0);
    uint64_t hash = trust_quick_run(before, class);
    s->pending[pending] = (pending_window){hash, tokens++};
    pending += is_known & (before != TRUST_QUICK_OTHER_HAN) &
               bit(s->bloom, (uint32_t)(hash >> s->bloom_shift));
    before = class;
  }
  s->han = before;
  s->token_count = tokens;
  s->pending_count = pending;
  s->key_count = keys;
  tally[0] += counted;
  return index;
}

// Finds the keys of all windows; false for "maybe".
static bool find_keys(scan *s, const uint8_t *bytes, size_t count, uint32_t tally[2]) {
  const uint16_t *ascii = s->classes + ((size_t)s->blocks[0] << 8);
  uint32_t han_end = s->image[TRUST_QUICK_HAN_END];
  size_t index = 0;
  while (index < count) {
    size_t length = 1;
    uint32_t entry;
    uint8_t byte = bytes[index];
    if (byte < 0x80) {
      entry = ascii[byte];
      if (is_letter(entry)) {
        size_t taken = add_letters(s, ascii, bytes + index, count - index, tally);
        if (taken == 0) return false;
        s->han = 0;
        s->slashes = 0;
        index += taken;
        continue;
      }
      if (byte == '&' || byte == '%') {
        if (may_be_escape(bytes + index, count - index)) return false;
        uint8_t sign = sign_of_entity(bytes + index, count - index, &length);
        if (sign != 0) entry = ascii[byte = sign]; else length = 1;
      }
    } else {
      entry = class_at(s, bytes + index, count - index, &length);
    }
    index += length;
    tally[0] += entry >> 14 & 1;
    tally[1] += entry >> 15;
    uint32_t class = entry & TRUST_QUICK_CLASS_MASK;

    if (is_letter(entry)) {
      follow_name(s, byte, class);
      if (!add_letter(s, class - TRUST_QUICK_FIRST_LETTER)) return false;
      s->han = 0;
      continue;
    }
    if (class == TRUST_QUICK_GONE) continue;
    if (class == TRUST_QUICK_ODD) return false;
    if (class == TRUST_QUICK_OTHER_HAN ||
        (class >= TRUST_QUICK_FIRST_HAN && class < han_end)) {
      s->name = NO_NAME;
      if (!end_word(s, true) || !add_han(s, class)) return false;
      index += add_characters(s, bytes + index, count - index, han_end, tally);
      continue;
    }
    // don't: nothing between letters, but a sign in a name.
    if (class == TRUST_QUICK_APOSTROPHE && s->length > 0 && s->name != IN_NAME &&
        is_before_letter(s, bytes + index, count - index)) {
      if (s->name == PERHAPS_IN_NAME) return false;
      continue;
    }
    follow_name(s, byte, class);
    if ((class == TRUST_QUICK_AT || class == TRUST_QUICK_EXCLAMATION ||
         class == TRUST_QUICK_LIKE_LETTER) &&
        stands_for_letter(s, class, bytes + index, count - index)) {
      return false;
    }
    if (!end_word(s, class == TRUST_QUICK_SPACE)) return false;
    s->has_barrier |= class == TRUST_QUICK_BARRIER || class == TRUST_QUICK_AT ||
                      class == TRUST_QUICK_EXCLAMATION;
    s->has_clause_mark |= class == TRUST_QUICK_CLAUSE_MARK;
    if (class >= han_end) {
      if (!add_key(s, table(s, TRUST_QUICK_SINGLES)[class - TRUST_QUICK_FIRST_HAN])) return false;
    }
  }
  return end_word(s, true) && find_pending(s, behind_all(s));
}

int trust_quick_may_be_glued(const uint32_t *image, const uint8_t *letters, uint32_t length) {
  parting p;
  return length <= LONGEST_WORD && may_be_glued(image, letters, length, &p);
}

int trust_quick_scan(
    const uint32_t *image, const uint8_t *bytes, size_t count, uint32_t *han, uint32_t *latin) {
  scan s;
  s.image = image;
  s.blocks = (const uint16_t *)table(&s, TRUST_QUICK_BLOCKS);
  s.classes = (const uint16_t *)table(&s, TRUST_QUICK_CLASSES);
  s.bloom = table(&s, TRUST_QUICK_BLOOM);
  s.slots = table(&s, TRUST_QUICK_SLOTS);
  s.neighbours = table(&s, TRUST_QUICK_NEIGHBOURS);
  s.bloom_shift = image[TRUST_QUICK_BLOOM_SHIFT];
  s.slot_mask = image[TRUST_QUICK_SLOT_MASK];
  s.pending_count = 0;
  s.key_count = 0;
  s.token_count = 0;
  s.has_barrier = s.has_clause_mark = false;
  s.name = NO_NAME;
  s.slashes = 0;
  s.length = 0;
  s.hash = 0;
  s.kinds = s.is_repeated = 0;
  s.piece_count = 0;
  s.singles = 0;
  s.is_pieced = false;
  s.recent_count = 0;
  s.han = s.han_before_word = 0;
  uint32_t tally[2] = {0, 0};
  if (!find_keys(&s, bytes, count, tally)) return 1;
  *han += tally[0];
  *latin += tally[1];
  return may_match(&s) ? 1 : 0;
}
