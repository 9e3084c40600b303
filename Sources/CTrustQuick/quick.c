#include "CTrustQuick.h"

#include <stdbool.h>
#include <string.h>

// The state of one scan lives on the stack; what does not fit makes the answer "maybe".
enum {
  MOST_KEYS = 2048,
  LONGEST_WORD = 96,
  // How many pieces of a word that signs part are put together again.
  // Letters of the shortest word that may be glued, runs of one letter counted once.
  SHORTEST_PIECE = 2,
  MOST_PIECES = 4,
  MOST_RECENT = 8,
  SEEN_WORDS = 256,
};

typedef struct {
  const uint32_t *image;
  const uint16_t *blocks, *classes;
  const uint32_t *bloom, *slots;
  uint32_t bloom_shift, slot_mask;

  uint32_t key_count;
  uint32_t keys[MOST_KEYS];

  // The word under way: its letters, runs of one letter counted once.
  uint32_t length;
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
  // The last Chinese character and the one before; 0 for none.
  uint32_t han, han_before;
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

static inline bool add_key(scan *s, uint32_t key) {
  if (s->key_count == MOST_KEYS) return false;
  s->keys[s->key_count++] = key;
  return true;
}

// Notes the key of a window, if it has one; that of another with the same tag too.
static inline bool probe(scan *s, uint64_t hash) {
  if (!bit(s->bloom, (uint32_t)(hash >> s->bloom_shift))) return true;
  uint32_t tag = trust_quick_tag(hash);
  uint32_t slot = (uint32_t)hash & s->slot_mask;
  for (;;) {
    uint32_t found = s->slots[2 * slot];
    if (found == 0) return true;
    if (found == tag && !add_key(s, s->slots[2 * slot + 1])) return false;
    slot = (slot + 1) & s->slot_mask;
  }
}

// MARK: Words

// Whether a word may begin with a literal that others are glued to, and end with one.
static inline bool has_glued_ends(const scan *s, const uint8_t *letters, uint32_t length) {
  const uint32_t *bits = table(s, TRUST_QUICK_AFFIXES);
  const uint8_t *end = letters + length;
  bool has_head = false, has_tail = false;
  for (uint32_t count = SHORTEST_PIECE; count <= 4 && count <= length; count++) {
    has_head |= bit(bits, trust_quick_affix(0, letters, count));
    has_tail |= bit(bits, trust_quick_affix(1, end - count, count));
  }
  return has_head && has_tail;
}

// Marks where a word parts into literals that are glued to each other: `reached[i]` if its first `i`
// letters may be some of them. Where one ends in the letter that the next begins with, the two
// letters count as one.
static bool is_glued(
    const scan *s, const uint8_t *letters, uint32_t length, bool reached[LONGEST_WORD + 2]) {
  const uint32_t *pieces = table(s, TRUST_QUICK_PIECES);
  memset(reached, 0, length + 2);
  reached[0] = true;
  for (uint32_t start = 0; start < length; start++) {
    if (!reached[start] && !(start > 0 && reached[start + 1])) continue;
    uint64_t hash = 0;
    for (uint32_t end = start; end < length; end++) {
      hash = trust_quick_mix(hash, letters[end]);
      // The whole word is no piece of itself.
      if (end - start + 1 < SHORTEST_PIECE || (start == 0 && end + 1 == length)) continue;
      if (bit(pieces, (uint32_t)(trust_quick_finish(hash) >> (64 - TRUST_QUICK_PIECE_BITS)))) {
        reached[end + 1] = true;
      }
    }
  }
  return reached[length];
}

// Literals that may be glued stand anywhere in a word (chinavirus): its pieces are probed.
static bool probe_pieces(scan *s, const uint8_t *letters, uint32_t length) {
  // Of two pieces one letter may be shared.
  bool reached[LONGEST_WORD + 2];
  if (length < 2 * SHORTEST_PIECE - 1 || !has_glued_ends(s, letters, length) ||
      !is_glued(s, letters, length, reached)) {
    return true;
  }
  for (uint32_t start = 0; start < length; start++) {
    if (!reached[start] && !(start > 0 && reached[start + 1])) continue;
    uint64_t hash = 0;
    for (uint32_t end = start; end < length; end++) {
      hash = trust_quick_mix(hash, letters[end]);
      if (end - start + 1 < SHORTEST_PIECE) continue;
      if (!probe(s, trust_quick_finish(hash))) return false;
    }
  }
  return true;
}

// Probes a word, and it with what may be the word before.
static bool probe_word(scan *s, uint64_t hash, uint32_t recent_count, uint32_t pairs) {
  if (!probe(s, trust_quick_finish(hash))) return false;
  uint32_t first = pairs < recent_count ? recent_count - pairs : 0;
  for (uint32_t i = first; i < recent_count; i++) {
    if (!probe(s, trust_quick_words(s->recent[i], hash))) return false;
  }
  return true;
}

// Of a word with digits in it, also what it is if they stand for letters.
static bool probe_respelled(scan *s, const uint8_t *letters, uint32_t length) {
  bool has_digit = false, has_letter = false;
  for (uint32_t i = 0; i < length; i++) {
    bool is_digit = letters[i] >= TRUST_QUICK_FIRST_DIGIT && letters[i] < TRUST_QUICK_OTHER_LETTER;
    has_digit |= is_digit;
    has_letter |= !is_digit;
  }
  if (!has_digit || !has_letter) return true;
  uint64_t hash = TRUST_QUICK_RESPELLED;
  uint8_t before = 255;
  for (uint32_t i = 0; i < length; i++) {
    uint8_t letter = trust_quick_respelled(letters[i]);
    if (letter != before) hash = trust_quick_mix(hash, letter);
    before = letter;
  }
  return probe(s, trust_quick_finish(hash));
}

static inline void remember(scan *s, uint64_t hash) {
  if (s->recent_count == MOST_RECENT) {
    memmove(s->recent, s->recent + 1, (MOST_RECENT - 1) * sizeof *s->recent);
    s->recent_count--;
  }
  s->recent[s->recent_count++] = hash;
}

// Puts the last pieces together, as in gar*lic.
static bool probe_joined(scan *s) {
  uint32_t end = s->piece_starts[s->piece_count - 1] + s->length;
  uint32_t recent_count = s->recent_count;
  for (uint32_t piece = 0; piece + 1 < s->piece_count; piece++) {
    uint64_t hash = 0;
    uint32_t before = 255;
    for (uint32_t i = s->piece_starts[piece]; i < end; i++) {
      uint32_t letter = s->letters[i];
      if (letter != before) hash = trust_quick_mix(hash, letter);
      before = letter;
    }
    if (!probe_word(s, hash, recent_count, MOST_RECENT)) return false;
    const uint8_t *letters = s->letters + s->piece_starts[piece];
    if (!probe_respelled(s, letters, end - s->piece_starts[piece])) return false;
    remember(s, hash);
  }
  return true;
}

// Ends the word under way. `is_parted` says that a space or a Chinese character follows, so that
// the next word is no piece of this one.
static inline bool end_word(scan *s, bool is_parted) {
  if (s->length > 0) {
    // Three letters that stand alone may be a word that is spelled out: g a r.
    s->singles = s->length == 1 ? s->singles + 1 : 0;
    if (s->singles == 3) return false;
    // Between plain words only the last one is the word before.
    uint32_t pairs = s->is_pieced ? MOST_RECENT : 1;
    if (!probe_word(s, s->hash, s->recent_count, pairs)) return false;
    const uint8_t *letters = s->letters + s->piece_starts[s->piece_count - 1];
    if (!probe_respelled(s, letters, s->length)) return false;
    if (!probe_pieces(s, letters, s->length)) return false;
    if (s->piece_count > 1) {
      s->is_pieced = true;
      if (!probe_joined(s)) return false;
    }
    remember(s, s->hash);
    s->piece_starts[s->piece_count] = s->piece_starts[s->piece_count - 1] + s->length;
    s->length = 0;
  }
  if (is_parted) s->piece_count = 0;
  return true;
}

static inline void start_word(scan *s) {
  if (s->length == 0) {
    if (s->piece_count == MOST_PIECES) {
      // The oldest piece makes room.
      uint32_t first = s->piece_starts[1];
      memmove(s->letters, s->letters + first, s->piece_starts[MOST_PIECES] - first);
      for (uint32_t i = 0; i < MOST_PIECES; i++) {
        s->piece_starts[i] = s->piece_starts[i + 1] - first;
      }
      s->piece_count--;
    }
    uint32_t start = s->piece_count == 0 ? 0 : s->piece_starts[s->piece_count];
    s->piece_starts[s->piece_count++] = start;
    s->hash = 0;
  }
}

static inline bool add_letter(scan *s, uint32_t letter) {
  start_word(s);
  uint8_t *word = s->letters + s->piece_starts[s->piece_count - 1];
  if (s->length > 0 && word[s->length - 1] == letter) return true;
  if (s->length == LONGEST_WORD) return false;
  word[s->length++] = (uint8_t)letter;
  s->hash = trust_quick_mix(s->hash, letter);
  return true;
}

// Adds the ASCII letters and digits from the first of `bytes` on; answers how many, 0 if the word
// is too long.
static inline size_t add_letters(
    scan *s, const uint16_t *ascii, const uint8_t *bytes, size_t count, uint32_t tally[2]) {
  start_word(s);
  uint8_t *word = s->letters + s->piece_starts[s->piece_count - 1];
  uint32_t length = s->length, before = length > 0 ? word[length - 1] : 255, latin = 0;
  uint64_t hash = s->hash;
  size_t index = 0;
  for (; index < count && bytes[index] < 0x80; index++) {
    uint32_t entry = ascii[bytes[index]];
    if (!is_letter(entry)) break;
    latin += entry >> 15;
    uint32_t letter = (entry & TRUST_QUICK_CLASS_MASK) - TRUST_QUICK_FIRST_LETTER;
    if (letter == before) continue;
    if (length == LONGEST_WORD) return 0;
    word[length++] = (uint8_t)letter;
    hash = trust_quick_mix(hash, letter);
    before = letter;
  }
  tally[1] += latin;
  s->length = length;
  s->hash = hash;
  return index;
}

// MARK: Chinese

static inline bool add_han(scan *s, uint32_t character) {
  s->singles = 0;
  if (character == s->han) return true;
  uint32_t before = s->han, first = s->han_before;
  s->han_before = before;
  s->han = character;
  s->recent_count = 0;
  s->is_pieced = false;
  if (character == TRUST_QUICK_OTHER_HAN) return true;
  uint32_t key = table(s, TRUST_QUICK_SINGLES)[character - TRUST_QUICK_FIRST_HAN];
  if (key != 0 && !add_key(s, key)) return false;
  if (before <= TRUST_QUICK_OTHER_HAN) return true;
  if (!probe(s, trust_quick_run(0, before, character))) return false;
  return first <= TRUST_QUICK_OTHER_HAN || probe(s, trust_quick_run(first, before, character));
}

// MARK: Bytes

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

// Whether a sign may stand for a letter of a word: g@rlic, $alt, viru$.
static bool stands_for_letter(const scan *s, const uint8_t *bytes, size_t index, size_t count) {
  uint8_t sign = bytes[index];
  if (sign != '@' && sign != '$' && sign != '!' && sign != '|' && sign != '+') return false;
  bool is_before = index + 1 < count && is_latin(bytes[index + 1]);
  if (s->length > 0) return is_before || sign != '!';
  return is_before && sign != '@';
}

static bool is_named_entity(const uint8_t *bytes, size_t left) {
  size_t end = 0;
  while (end < left && end < 12 && is_latin(bytes[end])) end++;
  return end > 0 && end < left && bytes[end] == ';';
}

// Whether an entity or an escape may start here, which folding decodes: &#28418; %E6%BC%82. The
// few names that are everywhere stand for signs.
static bool may_be_escape(const uint8_t *bytes, size_t left) {
  if (bytes[0] == '%') return left > 2 && is_hex(bytes[1]) && is_hex(bytes[2]);
  if (left > 1 && bytes[1] == '#') return true;
  static const char *const signs[] = {"amp;", "lt;", "gt;", "quot;", "nbsp;"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t length = strlen(signs[i]);
    if (left <= length || memcmp(bytes + 1, signs[i], length) != 0) continue;
    // &amp;#28418; is an entity that was escaped once more.
    const uint8_t *rest = bytes + length + 1;
    left -= length + 1;
    return left > 0 && (rest[0] == '#' || is_named_entity(rest, left));
  }
  return is_named_entity(bytes + 1, left - 1);
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
        s->han = s->han_before = 0;
        index += taken;
        continue;
      }
      if (stands_for_letter(s, bytes, index, count)) return false;
      if ((byte == '&' || byte == '%') && may_be_escape(bytes + index, count - index)) return false;
    } else {
      uint32_t scalar = decode(bytes + index, count - index, &length);
      if (scalar == 0) return false;
      entry = s->classes[(size_t)s->blocks[scalar >> 8] << 8 | (scalar & 255)];
    }
    index += length;
    tally[0] += entry >> 14 & 1;
    tally[1] += entry >> 15;
    uint32_t class = entry & TRUST_QUICK_CLASS_MASK;

    if (is_letter(entry)) {
      s->han = s->han_before = 0;
      if (!add_letter(s, class - TRUST_QUICK_FIRST_LETTER)) return false;
      continue;
    }
    if (class == TRUST_QUICK_GONE) continue;
    if (class == TRUST_QUICK_ODD) return false;
    if (class == TRUST_QUICK_OTHER_HAN ||
        (class >= TRUST_QUICK_FIRST_HAN && class < han_end)) {
      if (!end_word(s, true) || !add_han(s, class)) return false;
      continue;
    }
    if (class == TRUST_QUICK_APOSTROPHE && s->length > 0 && index < count) {
      // don't: nothing between letters. The few letters that are not ASCII take the sure way.
      uint8_t next = bytes[index];
      if (next >= 0x80) return false;
      if (is_letter(ascii[next])) continue;
    }
    if (!end_word(s, class == TRUST_QUICK_SPACE)) return false;
    if (class >= han_end) {
      uint32_t key = table(s, TRUST_QUICK_SINGLES)[class - TRUST_QUICK_FIRST_HAN];
      if (key != 0 && !add_key(s, key)) return false;
    }
  }
  return end_word(s, true);
}

// MARK: Gates

static bool has_key(const scan *s, uint32_t key) {
  for (uint32_t i = 0; i < s->key_count; i++) {
    if (s->keys[i] == key) return true;
  }
  return false;
}

// Whether one of the keys of a gate was seen; `seen` has a bit for several keys each.
static bool is_open(const scan *s, uint32_t gate, const uint32_t seen[SEEN_WORDS]) {
  uint32_t row = table(s, TRUST_QUICK_GATE_ROWS)[gate];
  if (row == 0) {
    const uint32_t *starts = table(s, TRUST_QUICK_GATE_STARTS) + gate;
    const uint32_t *keys = table(s, TRUST_QUICK_GATE_KEYS);
    for (uint32_t i = starts[0]; i < starts[1]; i++) {
      if (bit(seen, keys[i] & (SEEN_WORDS * 32 - 1)) && has_key(s, keys[i])) return true;
    }
    return false;
  }
  uint32_t common = s->image[TRUST_QUICK_COMMON];
  const uint32_t *bits = table(s, TRUST_QUICK_ROWS) + (size_t)(row - 1) * (common >> 5);
  for (uint32_t i = 0; i < s->key_count; i++) {
    uint32_t key = s->keys[i];
    if (key < common) {
      if (bit(bits, key)) return true;
      continue;
    }
    const uint32_t *starts = table(s, TRUST_QUICK_RARE_STARTS) + (key - common);
    const uint32_t *gates = table(s, TRUST_QUICK_RARE_GATES);
    for (uint32_t j = starts[0]; j < starts[1]; j++) {
      if (gates[j] == gate) return true;
    }
  }
  return false;
}

static bool may_match(const scan *s) {
  const uint32_t *test_starts = table(s, TRUST_QUICK_TEST_STARTS);
  const uint32_t *tests = table(s, TRUST_QUICK_TESTS);
  const uint32_t *partner_starts = table(s, TRUST_QUICK_PARTNER_STARTS);
  const uint32_t *partners = table(s, TRUST_QUICK_PARTNERS);
  uint32_t seen[SEEN_WORDS];
  bool has_seen = false;
  for (uint32_t i = 0; i < s->key_count; i++) {
    uint32_t key = s->keys[i];
    for (uint32_t j = test_starts[key]; j < test_starts[key + 1]; j++) {
      if (!has_seen) {
        memset(seen, 0, sizeof seen);
        for (uint32_t k = 0; k < s->key_count; k++) {
          uint32_t place = s->keys[k] & (SEEN_WORDS * 32 - 1);
          seen[place >> 5] |= 1u << (place & 31);
        }
        has_seen = true;
      }
      uint32_t test = tests[j];
      bool all = true;
      for (uint32_t k = partner_starts[test]; all && k < partner_starts[test + 1]; k++) {
        all = is_open(s, partners[k], seen);
      }
      if (all) return true;
    }
  }
  return false;
}

int trust_quick_scan(
    const uint32_t *image, const uint8_t *bytes, size_t count, uint32_t *han, uint32_t *latin) {
  scan s;
  s.image = image;
  s.blocks = (const uint16_t *)table(&s, TRUST_QUICK_BLOCKS);
  s.classes = (const uint16_t *)table(&s, TRUST_QUICK_CLASSES);
  s.bloom = table(&s, TRUST_QUICK_BLOOM);
  s.slots = table(&s, TRUST_QUICK_SLOTS);
  s.bloom_shift = image[TRUST_QUICK_BLOOM_SHIFT];
  s.slot_mask = image[TRUST_QUICK_SLOT_MASK];
  s.key_count = 0;
  s.length = 0;
  s.hash = 0;
  s.piece_count = 0;
  s.singles = 0;
  s.is_pieced = false;
  s.recent_count = 0;
  s.han = s.han_before = 0;
  uint32_t tally[2] = {0, 0};
  if (!find_keys(&s, bytes, count, tally)) return 1;
  *han += tally[0];
  *latin += tally[1];
  return may_match(&s) ? 1 : 0;
}
