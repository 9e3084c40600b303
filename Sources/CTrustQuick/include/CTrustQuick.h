#ifndef CTRUSTQUICK_H
#define CTRUSTQUICK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// The quick pass over raw bytes: see TrustMatch/QuickPass.swift for what it promises.

// What a scalar is to the quick pass: the low bits of its entry in the class table.
enum {
  // Punctuation, symbols, emoji: parts words, and may stand between the characters of one.
  TRUST_QUICK_SIGN = 0,
  // Dropped by folding.
  TRUST_QUICK_GONE = 1,
  // Folds to something the quick pass cannot follow.
  TRUST_QUICK_ODD = 2,
  // Nothing between letters, a sign elsewhere.
  TRUST_QUICK_APOSTROPHE = 3,
  // A Chinese character of no literal.
  TRUST_QUICK_OTHER_HAN = 4,
  // A space.
  TRUST_QUICK_SPACE = 5,
  // Signs that may stand for letters: @ at no front of a word, ! at no end, and the others.
  TRUST_QUICK_AT = 6,
  TRUST_QUICK_EXCLAMATION = 7,
  TRUST_QUICK_LIKE_LETTER = 8,
  // Never noise within a word or between two: a sentence or a tag ends here. @ and ! are such, too.
  TRUST_QUICK_BARRIER = 9,
  // Never noise between two Latin words: a clause ends here.
  TRUST_QUICK_CLAUSE_MARK = 10,
  // Letters and digits.
  TRUST_QUICK_FIRST_LETTER = 16,
  // Chinese characters of literals, then signs that are literals.
  TRUST_QUICK_FIRST_HAN = 64,

  TRUST_QUICK_CLASS_MASK = 0x3FFF,
  // Counts as a Chinese character, or a Latin letter, when a post's language is told.
  TRUST_QUICK_COUNTS_HAN = 0x4000,
  TRUST_QUICK_COUNTS_LATIN = 0x8000,
};

// The words at the head of an image: where its tables stand, in words, and some sizes.
enum {
  TRUST_QUICK_BLOCKS,          // u16 for each 256 scalars: the block of their classes
  TRUST_QUICK_CLASSES,         // u16, blocks of 256
  TRUST_QUICK_HAN_END,         // the first class behind Chinese characters
  TRUST_QUICK_SINGLES,         // for each class from FIRST_HAN on, its key or 0
  TRUST_QUICK_DIGITS,          // the key of a word with any digit in it, or 0
  TRUST_QUICK_BLOOM,           // bits
  TRUST_QUICK_BLOOM_SHIFT,     // 64 less the binary logarithm of their number
  TRUST_QUICK_SLOTS,           // pairs of tag and place in the next table; tag 0 is an empty slot
  TRUST_QUICK_NEIGHBOURS,      // for each window, what must stand around it: see below
  TRUST_QUICK_SLOT_MASK,       // the number of slots less one
  TRUST_QUICK_AFFIXES,         // bits: how words of glued literals may begin and end
  TRUST_QUICK_PIECES,          // bits by hash: the words of literals that may be glued
  TRUST_QUICK_WHOLE,           // common words that are not glued, by hash: see trust_quick_pack
  TRUST_QUICK_KEYS,            // for each key, a trust_quick_key
  TRUST_QUICK_TESTS,           // tests that a key calls for: two first gates (u16), and its row of others
  TRUST_QUICK_PARTNER_STARTS,  // for each row, where its gates begin
  TRUST_QUICK_PARTNERS,        // the other gates that must be open too
  TRUST_QUICK_FIRST_STARTS,    // for each key, where its first gates begin that it has no place for
  TRUST_QUICK_KEY_FIRSTS,      // u16, these
  TRUST_QUICK_FIRSTS,          // how many first gates there are; the number of what is always open
  TRUST_QUICK_GATE_STARTS,     // for each key, where the other gates begin that it opens
  TRUST_QUICK_KEY_GATES,       // u16, these
  TRUST_QUICK_GATES,
  TRUST_QUICK_HEADER,          // the length of the head
};

// What must stand around a window for a literal to be there: how many literals it may be of, and for
// each its key, a word of marks, and the tokens before and behind the window, the nearest first. The
// marks are, from the lowest bits on, the numbers of tokens before, behind and in the window (eight
// bits each), two bits for its last token and the one before that must be repeated, and one that
// says that its tokens may be parted.
enum {
  // The most tokens that are looked at on either side.
  TRUST_QUICK_MOST_NEIGHBOURS = 12,
  // A token is the class of a Chinese character, or this and a part of a word's hash.
  TRUST_QUICK_WORD = 0x80000000u,
  // Of a word in a text: it may be read otherwise, as `gar` and `lic` of gar*lic. Of what is wanted: it is
  // a figure or beside one, and may be written otherwise: with digits or with characters.
  TRUST_QUICK_LOOSE = 0x40000000u,
  // Of a Chinese character: it stands there more than once, or must do so; of a word, the same of one
  // of its letters.
  TRUST_QUICK_REPEATED = 0x20000000u,
  // Of a word in a text: it has a digit. Not told from the mark above, which lets through a bit more.
  TRUST_QUICK_HAS_DIGIT = 0x20000000u,
  // Of a token in a text: what stands before it is no noise within a literal. Of what is wanted: that
  // may stand between it and its neighbour in the direction of the window.
  TRUST_QUICK_PARTED = 0x10000000u,
  TRUST_QUICK_MARKS = TRUST_QUICK_LOOSE | TRUST_QUICK_REPEATED | TRUST_QUICK_PARTED,
  // Of a window: the place of the bits that are named above.
  TRUST_QUICK_WINDOW_REPEATED = 24,
  TRUST_QUICK_WINDOW_PARTED = 26,
};

enum {
  TRUST_QUICK_AFFIX_BITS = 18,
  TRUST_QUICK_PIECE_BITS = 20,
  // Tests ask for no more first gates, and no more others.
  TRUST_QUICK_MOST_GATES = 1 << 14,
  TRUST_QUICK_INLINE_GATES = 5,
  TRUST_QUICK_WHOLE_BITS = 11,
  // Letters of the longest word in that table.
  TRUST_QUICK_LONGEST_WHOLE = 15,
};

// What a key brings about. Gates that it opens of those that tests ask for first, filled up with what
// is always open; and the tests that it calls for.
//
// PERF: a quarter of a cache line, and no loop whose end must be guessed.
typedef struct {
  uint16_t gates[TRUST_QUICK_INLINE_GATES];
  // How many tests, and whether it opens more first gates.
  uint16_t counts;
  uint32_t first_test;
} trust_quick_key;

enum { TRUST_QUICK_TEST_COUNT = 0x7FFF, TRUST_QUICK_HAS_MORE = 0x8000 };

// The letters of a word, and how many these are. Sixteen bytes are read.
typedef struct {
  uint64_t low, high;
} trust_quick_packed;

static inline trust_quick_packed trust_quick_pack(const uint8_t *letters, uint32_t length) {
  trust_quick_packed packed;
  memcpy(&packed, letters, sizeof packed);
  uint64_t low = length < 8 ? (1ull << 8 * length) - 1 : ~0ull;
  uint64_t high = length > 8 ? (1ull << 8 * (length - 8)) - 1 : 0;
  packed.low &= low;
  packed.high = (packed.high & high) | (uint64_t)length << 56;
  return packed;
}

// Where a word stands in the table of whole words, by its unfinished hash.
static inline uint32_t trust_quick_whole(uint64_t hash) {
  return (uint32_t)(hash * 0x9E3779B97F4A7C15u >> (64 - TRUST_QUICK_WHOLE_BITS));
}

// Of a word: its letters are mixed in one by one, and the result is finished once.
static inline uint64_t trust_quick_mix(uint64_t hash, uint32_t letter) {
  return (hash ^ (letter + 1)) * 0x9E3779B97F4A7C15u;
}
static inline uint64_t trust_quick_finish(uint64_t hash) { return hash ^ hash >> 29; }

// Of the first (side 0) or last (side 1) two to four letters of a word, six bits each; of the first four
// of a piece that stands behind another (side 2).
static inline uint32_t trust_quick_affix(uint32_t side, uint32_t letters, uint32_t count) {
  uint32_t key = (side << 2 | (count - 1)) << 24 | letters;
  return key * 0x9E3779B1u >> (32 - TRUST_QUICK_AFFIX_BITS);
}

// Where in a word of the text a word of a glued literal may stand: a literal's last word begins the
// text's word, its first one ends it, and only one that is all of its literal stands between others.
enum { TRUST_QUICK_STARTING = 0, TRUST_QUICK_BETWEEN = 1, TRUST_QUICK_ENDING = 2 };

// One of the bits (0 to 2) of a word in the table of words that may be glued, by its unfinished hash.
static inline uint32_t trust_quick_piece(uint32_t place, uint32_t bit, uint64_t hash) {
  uint64_t piece = (trust_quick_finish(hash) + place) * 0xD6E8FEB86659FD93u;
  return (uint32_t)(piece >> (64 - TRUST_QUICK_PIECE_BITS * (bit + 1))) &
         ((1u << TRUST_QUICK_PIECE_BITS) - 1);
}

// Of a word that is a part of a longer one, by its unfinished hash.
static inline uint64_t trust_quick_glued(uint32_t place, uint64_t hash) {
  return trust_quick_finish((hash ^ (place + 1)) * 0xE7037ED1A0B428DBu);
}

// Letters are numbered from 0: Latin ones, digits, all others.
enum {
  TRUST_QUICK_FIRST_DIGIT = 26,
  TRUST_QUICK_OTHER_LETTER = 36,
  // What the hash of a word begins with in which digits may stand for letters.
  TRUST_QUICK_RESPELLED = 0x2545F491,
};

// One letter for those that stand for each other in g4r1ic.
static inline uint8_t trust_quick_respelled(uint8_t letter) {
  switch (letter) {
    case 'l' - 'a': return 'i' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 0: return 'o' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 1: return 'i' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 3: return 'e' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 4: return 'a' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 5: return 's' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 6: return 'g' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 7: return 't' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 8: return 'b' - 'a';
    case TRUST_QUICK_FIRST_DIGIT + 9: return 'g' - 'a';
    default: return letter;
  }
}

// Of two words, by their unfinished hashes.
static inline uint64_t trust_quick_words(uint64_t first, uint64_t second) {
  return trust_quick_finish(trust_quick_mix(first * 0xD1B54A32D192ED03u, 0) + second);
}

// The token of a word, by its unfinished hash.
static inline uint32_t trust_quick_word(uint64_t hash) {
  return (uint32_t)(trust_quick_finish(hash) >> 36) | TRUST_QUICK_WORD;
}

// Of two Chinese characters next to each other.
static inline uint64_t trust_quick_run(uint32_t first, uint32_t second) {
  uint64_t run = (uint64_t)first << 16 | second | 1ull << 50;
  return trust_quick_finish(run * 0xD1B54A32D192ED03u);
}

// Of a word, by its unfinished hash, next to a Chinese character: behind it (side 0) or before it.
static inline uint64_t trust_quick_mixed(uint32_t side, uint64_t word, uint32_t character) {
  return trust_quick_finish(trust_quick_mix(word * 0xA0761D6478BD642Fu, character << 1 | side));
}

static inline uint32_t trust_quick_tag(uint64_t hash) { return (uint32_t)(hash >> 32) | 1; }

/// Whether a rule may match in a text: 0 says that none can.
///
/// `han` and `latin` are increased by the text's Chinese characters and Latin letters; they mean
/// nothing unless the answer is 0.
int trust_quick_scan(
    const uint32_t *image, const uint8_t *bytes, size_t count, uint32_t *han, uint32_t *latin);

/// Whether literals may be glued together to a word, by the tables of pieces; an image needs no others.
int trust_quick_may_be_glued(const uint32_t *image, const uint8_t *letters, uint32_t length);

#endif
