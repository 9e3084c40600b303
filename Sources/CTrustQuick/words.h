#ifndef TRUST_QUICK_WORDS_H
#define TRUST_QUICK_WORDS_H

// The windows of Latin words: one, two, glued, put together, with digits for letters.

#include "scan.h"

// Whether a word may begin with a literal that others are glued to, and end with one.
static inline bool has_glued_ends(const uint32_t *bits, const uint8_t *letters, uint32_t length) {
  uint32_t most = length < 4 ? length : 4;
  bool has_head = false, has_tail = false;
  uint32_t head = letters[0];
  for (uint32_t count = 2; count <= most; count++) {
    head = head << 6 | letters[count - 1];
    has_head |= bit(bits, trust_quick_affix(0, head, count));
  }
  if (!has_head) return false;
  const uint8_t *end = letters + length;
  uint32_t tail = end[-1];
  for (uint32_t count = 2; count <= most; count++) {
    tail |= (uint32_t)*(end - count) << 6 * (count - 1);
    has_tail |= bit(bits, trust_quick_affix(1, tail, count));
  }
  return has_tail;
}

// Where a word parts into literals that are glued to each other. Where one ends in the letter that the
// next begins with, the two letters count as one.
typedef struct {
  // Whether the first letters, or those from here on, may be some literals.
  bool reached[LONGEST_WORD + 1], reaching[LONGEST_WORD + 1];
} parting;

static inline bool starts_piece(const parting *p, uint32_t start) {
  return p->reached[start] || (start > 0 && p->reached[start + 1]);
}

static inline bool ends_piece(const parting *p, uint32_t end, uint32_t length) {
  return p->reaching[end] || (end < length && p->reaching[end - 1]);
}

// Where letters of a word stand.
static inline uint32_t place_of_piece(uint32_t start, uint32_t end, uint32_t length) {
  return start == 0 ? TRUST_QUICK_STARTING : end == length ? TRUST_QUICK_ENDING : TRUST_QUICK_BETWEEN;
}

// Whether letters with a hash may be a literal's word there.
static inline bool is_piece(const uint32_t *pieces, uint64_t hash, uint32_t place) {
  return bit(pieces, trust_quick_piece(place, 0, hash)) &&
         bit(pieces, trust_quick_piece(place, 1, hash)) &&
         bit(pieces, trust_quick_piece(place, 2, hash));
}

// Where the longest piece from a place on may end.
//
// PERF: where no piece begins with the next four letters, it has two or three.
static inline uint32_t last_end(
    const uint32_t *affixes, const uint8_t *letters, uint32_t start, uint32_t length) {
  if (length - start < 4) return length;
  uint32_t four = (uint32_t)letters[start] << 18 | (uint32_t)letters[start + 1] << 12 |
                  (uint32_t)letters[start + 2] << 6 | letters[start + 3];
  return bit(affixes, trust_quick_affix(start == 0 ? 0 : 2, four, 4)) ? length : start + 3;
}

// Parts a word; false if it cannot be. The whole word is no piece of itself.
static bool part(
    const uint32_t *affixes, const uint32_t *pieces, const uint8_t *letters, uint32_t length,
    parting *p) {
  uint8_t starts[MOST_PARTS], ends[MOST_PARTS];
  uint32_t count = 0;
  memset(p, 0, sizeof *p);
  p->reached[0] = true;
  for (uint32_t start = 0; start + SHORTEST_PIECE <= length; start++) {
    if (!starts_piece(p, start)) continue;
    uint64_t hash = 0;
    uint32_t last = last_end(affixes, letters, start, length);
    for (uint32_t end = start; end < last; end++) {
      hash = trust_quick_mix(hash, letters[end]);
      if (end - start + 1 < SHORTEST_PIECE || (start == 0 && end + 1 == length)) continue;
      if (!is_piece(pieces, hash, place_of_piece(start, end + 1, length))) continue;
      p->reached[end + 1] = true;
      // More parts than are remembered: all places may be ends.
      if (count == MOST_PARTS) {
        memset(p->reaching, true, sizeof p->reaching);
        return true;
      }
      starts[count] = (uint8_t)start;
      ends[count++] = (uint8_t)(end + 1);
    }
  }
  if (!p->reached[length]) return false;
  // Parts are in the order of their starts: from the last on, all that follows one is known.
  p->reaching[length] = true;
  for (uint32_t i = count; i-- > 0;) {
    if (ends_piece(p, ends[i], length)) p->reaching[starts[i]] = true;
  }
  return true;
}

// Whether a word may be made of literals, and how.
static inline bool may_be_glued(
    const uint32_t *image, const uint8_t *letters, uint32_t length, parting *p) {
  // Of two pieces one letter may be shared.
  const uint32_t *affixes = image_table(image, TRUST_QUICK_AFFIXES);
  return length >= 2 * SHORTEST_PIECE - 1 && has_glued_ends(affixes, letters, length) &&
         part(affixes, image_table(image, TRUST_QUICK_PIECES), letters, length, p);
}

// Whether the word under way is one of the common ones that are known not to be.
//
// PERF: seven words of ten are; parting all of them took 31 % of the quick look at English posts.
static inline bool is_whole(const scan *s, const uint8_t *letters, uint32_t length) {
  if (length > TRUST_QUICK_LONGEST_WHOLE) return false;
  trust_quick_packed known, word = trust_quick_pack(letters, length);
  memcpy(&known, table(s, TRUST_QUICK_WHOLE) + 4 * trust_quick_whole(s->hash), sizeof known);
  return known.low == word.low && known.high == word.high;
}

// Literals that may be glued stand anywhere in a word (chinavirus): its pieces are probed.
static bool probe_pieces(scan *s, const uint8_t *letters, uint32_t length) {
  parting p;
  if (is_whole(s, letters, length) || !may_be_glued(s->image, letters, length, &p)) return true;
  const uint32_t *pieces = image_table(s->image, TRUST_QUICK_PIECES);
  for (uint32_t start = 0; start + SHORTEST_PIECE <= length; start++) {
    if (!starts_piece(&p, start)) continue;
    uint64_t hash = 0;
    for (uint32_t end = start; end < length; end++) {
      hash = trust_quick_mix(hash, letters[end]);
      if (end - start + 1 < SHORTEST_PIECE || !ends_piece(&p, end + 1, length)) continue;
      uint32_t place = place_of_piece(start, end + 1, length);
      if (!is_piece(pieces, hash, place)) continue;
      if (!probe(s, trust_quick_glued(place, hash))) return false;
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

// Probes a word that is or begins with the first piece behind a Chinese character.
static inline bool probe_behind_han(scan *s, uint64_t hash) {
  return s->han_before_word <= TRUST_QUICK_OTHER_HAN ||
         probe(s, trust_quick_mixed(0, hash, s->han_before_word));
}

// Of digits or letters: which of the two.
static inline uint32_t kind(uint32_t letter) {
  return letter >= TRUST_QUICK_FIRST_DIGIT && letter < TRUST_QUICK_OTHER_LETTER ? 2 : 1;
}

// Probes what a word is if some of its letters and digits stand for others.
static bool probe_respelled(scan *s, const uint8_t *letters, uint32_t length) {
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
    if (piece == 0 && !probe_behind_han(s, hash)) return false;
    const uint8_t *letters = s->letters + s->piece_starts[piece];
    // A word that is disguised in one way may be so in another.
    if (!probe_respelled(s, letters, end - s->piece_starts[piece])) return false;
    remember(s, hash);
  }
  return true;
}

// Ends the word under way. `is_parted` says that a space or a Chinese character follows, so that
// the next word is no piece of this one.
static inline bool end_word(scan *s, bool is_parted) {
  if (s->length > 0) {
    // Letters that stand alone may be a word that is spelled out: three, or two and a piece: g a r*lic.
    if (s->singles >= 2 && (s->length == 1 || s->piece_count > 1)) return false;
    s->singles = s->length == 1 ? s->singles + 1 : 0;
    if ((s->kinds & 2) && !add_key(s, s->image[TRUST_QUICK_DIGITS])) return false;
    bool is_loose = s->kinds == 3 || s->piece_count > 1;
    uint32_t marks = (is_loose ? TRUST_QUICK_LOOSE : 0) |
                     ((s->kinds & 2) ? TRUST_QUICK_HAS_DIGIT : 0) | s->is_repeated;
    if (!add_token(s, trust_quick_word(s->hash) | marks)) return false;
    if (s->piece_count > 1) s->tokens[s->token_count - 2] |= TRUST_QUICK_LOOSE;
    // Between plain words only the last one is the word before.
    uint32_t pairs = s->is_pieced ? MOST_RECENT : 1;
    if (!probe_word(s, s->hash, s->recent_count, pairs)) return false;
    if (s->piece_count == 1 && !probe_behind_han(s, s->hash)) return false;
    const uint8_t *letters = s->letters + s->piece_starts[s->piece_count - 1];
    if (s->kinds == 3 && !probe_respelled(s, letters, s->length)) return false;
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
      s->han_before_word = 0;
    }
    if (s->piece_count == 0) s->han_before_word = s->han;
    uint32_t start = s->piece_count == 0 ? 0 : s->piece_starts[s->piece_count];
    s->piece_starts[s->piece_count++] = start;
    s->hash = 0;
    s->kinds = s->is_repeated = 0;
  }
}

static inline bool add_letter(scan *s, uint32_t letter) {
  start_word(s);
  uint8_t *word = s->letters + s->piece_starts[s->piece_count - 1];
  if (s->length > 0 && word[s->length - 1] == letter) {
    s->is_repeated = TRUST_QUICK_REPEATED;
    return true;
  }
  if (s->length == LONGEST_WORD) return false;
  word[s->length++] = (uint8_t)letter;
  s->kinds |= kind(letter);
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
  uint32_t kinds = s->kinds, is_repeated = s->is_repeated;
  uint64_t hash = s->hash;
  size_t index = 0;
  for (; index < count && bytes[index] < 0x80; index++) {
    uint32_t entry = ascii[bytes[index]];
    if (!is_letter(entry)) break;
    latin += entry >> 15;
    uint32_t letter = (entry & TRUST_QUICK_CLASS_MASK) - TRUST_QUICK_FIRST_LETTER;
    if (letter == before) {
      is_repeated = TRUST_QUICK_REPEATED;
      continue;
    }
    if (length == LONGEST_WORD) return 0;
    word[length++] = (uint8_t)letter;
    kinds |= kind(letter);
    hash = trust_quick_mix(hash, letter);
    before = letter;
  }
  tally[1] += latin;
  s->length = length;
  s->kinds = kinds;
  s->is_repeated = is_repeated;
  s->hash = hash;
  return index;
}

#endif
