// Whether bytes are UTF-8: by the three look-ups of Keiser and Lemire, “Validating UTF-8 In Less
// Than One Instruction Per Byte” (2021), where there are vector instructions for them.
#include "CTrustLines.h"

int trust_lines_is_utf8_portable(const uint8_t *bytes, size_t count) {
  for (size_t at = 0; at < count;) {
    uint64_t eight;
    while (at + 8 <= count && (memcpy(&eight, bytes + at, 8), !(eight & 0x8080808080808080))) {
      at += 8;
    }
    if (at == count) break;
    const uint8_t first = bytes[at++];
    if (first < 0x80) continue;
    if (first < 0xC2 || first > 0xF4) return 0;
    const size_t missing = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    if (count - at < missing) return 0;
    const uint8_t lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const uint8_t highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (bytes[at] < lowest || bytes[at] > highest) return 0;
    for (size_t i = 1; i < missing; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) return 0;
    }
    at += missing;
  }
  return 1;
}

#if defined(__x86_64__) || defined(__aarch64__)

// Each bit is a kind of mistake; a mistake is one that three halves of two neighbours agree on.
enum {
  TOO_SHORT = 1 << 0,
  TOO_LONG = 1 << 1,
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  TOO_LARGE_1000 = 1 << 6,
  OVERLONG_4 = 1 << 6,
  TWO_CONTINUATIONS = 1 << 7,
  ANY_LOW = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
  ANY_LARGE = ANY_LOW | TOO_LARGE | TOO_LARGE_1000,
};

// By the high half of the first byte, its low half, and the high half of the second byte.
static const uint8_t first_high[16] = {
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,
    TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
    TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4};
static const uint8_t first_low[16] = {
    ANY_LOW | OVERLONG_2 | OVERLONG_3 | OVERLONG_4, ANY_LOW | OVERLONG_2, ANY_LOW, ANY_LOW,
    ANY_LOW | TOO_LARGE, ANY_LARGE, ANY_LARGE, ANY_LARGE, ANY_LARGE, ANY_LARGE, ANY_LARGE,
    ANY_LARGE, ANY_LARGE, ANY_LARGE | SURROGATE, ANY_LARGE, ANY_LARGE};
static const uint8_t second_high[16] = {
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    TOO_LONG | TWO_CONTINUATIONS | OVERLONG_2 | OVERLONG_3 | OVERLONG_4 | TOO_LARGE_1000,
    TOO_LONG | TWO_CONTINUATIONS | OVERLONG_2 | OVERLONG_3 | TOO_LARGE,
    TOO_LONG | TWO_CONTINUATIONS | OVERLONG_2 | SURROGATE | TOO_LARGE,
    TOO_LONG | TWO_CONTINUATIONS | OVERLONG_2 | SURROGATE | TOO_LARGE,
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT};

#endif

#if defined(__x86_64__)
#include <immintrin.h>
#define TARGET __attribute__((target("avx2")))
typedef __m256i part;
enum { WIDTH = 32 };

TARGET static inline part load(const uint8_t *from) {
  return _mm256_loadu_si256((const __m256i *)from);
}

TARGET static inline part look_up(const uint8_t table[16], part low_halves) {
  return _mm256_shuffle_epi8(
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table)), low_halves);
}

TARGET static inline part low_half(part bytes) {
  return _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F));
}

TARGET static inline part high_half(part bytes) { return low_half(_mm256_srli_epi16(bytes, 4)); }

// What is wrong with 32 bytes, given the 32 before them; zero if nothing is.
TARGET static inline part mistakes(part bytes, part before) {
  const part joined = _mm256_permute2x128_si256(before, bytes, 0x21);
  const part first = _mm256_alignr_epi8(bytes, joined, 15);
  const part second = _mm256_alignr_epi8(bytes, joined, 14);
  const part third = _mm256_alignr_epi8(bytes, joined, 13);
  const part pairs = _mm256_and_si256(_mm256_and_si256(look_up(first_high, high_half(first)),
                                                       look_up(first_low, low_half(first))),
                                      look_up(second_high, high_half(bytes)));
  const part after_two = _mm256_subs_epu8(second, _mm256_set1_epi8(0xE0 - 0x80));
  const part after_three = _mm256_subs_epu8(third, _mm256_set1_epi8(0xF0 - 0x80));
  return _mm256_xor_si256(pairs, _mm256_and_si256(_mm256_or_si256(after_two, after_three),
                                                  _mm256_set1_epi8((char)0x80)));
}

TARGET static inline int is_ascii(part bytes) { return _mm256_movemask_epi8(bytes) == 0; }
TARGET static inline part either(part a, part b) { return _mm256_or_si256(a, b); }
TARGET static inline int is_zero(part bytes) { return _mm256_testz_si256(bytes, bytes); }
TARGET static inline part zero(void) { return _mm256_setzero_si256(); }

#elif defined(__aarch64__)
#define TARGET
typedef uint8x16_t part;
enum { WIDTH = 16 };

static inline part load(const uint8_t *from) { return vld1q_u8(from); }
static inline part look_up(const uint8_t table[16], part low_halves) {
  return vqtbl1q_u8(vld1q_u8(table), low_halves);
}
static inline part low_half(part bytes) { return vandq_u8(bytes, vdupq_n_u8(0x0F)); }
static inline part high_half(part bytes) { return vshrq_n_u8(bytes, 4); }

// What is wrong with 16 bytes, given the 16 before them; zero if nothing is.
static inline part mistakes(part bytes, part before) {
  const part first = vextq_u8(before, bytes, 15);
  const part second = vextq_u8(before, bytes, 14);
  const part third = vextq_u8(before, bytes, 13);
  const part pairs = vandq_u8(vandq_u8(look_up(first_high, high_half(first)),
                                       look_up(first_low, low_half(first))),
                              look_up(second_high, high_half(bytes)));
  const part after_two = vqsubq_u8(second, vdupq_n_u8(0xE0 - 0x80));
  const part after_three = vqsubq_u8(third, vdupq_n_u8(0xF0 - 0x80));
  return veorq_u8(pairs, vandq_u8(vorrq_u8(after_two, after_three), vdupq_n_u8(0x80)));
}

static inline int is_ascii(part bytes) { return vmaxvq_u8(bytes) < 0x80; }
static inline part either(part a, part b) { return vorrq_u8(a, b); }
static inline int is_zero(part bytes) { return vmaxvq_u8(bytes) == 0; }
static inline part zero(void) { return vdupq_n_u8(0); }
#endif

#ifdef TARGET
TARGET static int is_utf8_by_parts(const uint8_t *bytes, size_t count) {
  part bad = zero();
  part before = zero();
  int was_ascii = 1;
  size_t at = 0;
  for (; at + WIDTH <= count; at += WIDTH) {
    const part now = load(bytes + at);
    const int ascii = is_ascii(now);
    // What follows a character that the end of a part cuts is looked at even if it is ASCII.
    if (!(ascii & was_ascii)) bad = either(bad, mistakes(now, before));
    was_ascii = ascii;
    before = now;
  }
  // The rest, and a zero at least, in which a character that is cut short shows.
  uint8_t rest[WIDTH] = {0};
  if (count > at) memcpy(rest, bytes + at, count - at);
  bad = either(bad, mistakes(load(rest), before));
  return is_zero(bad);
}
#endif

int trust_lines_is_utf8(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return is_utf8_by_parts(bytes, count);
  return trust_lines_is_utf8_portable(bytes, count);
#elif defined(__aarch64__)
  return is_utf8_by_parts(bytes, count);
#else
  return trust_lines_is_utf8_portable(bytes, count);
#endif
}
