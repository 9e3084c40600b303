/// The kernels of the reader of JSON lines, and the few system calls of a bulk scan.
///
/// They are C because vector instructions are reached from C on all platforms alike, and because
/// read and write have another module's name on each.
#ifndef C_TRUST_LINES_H
#define C_TRUST_LINES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/// Whether bytes are UTF-8. Linear; reads no byte behind them.
int trust_lines_is_utf8(const uint8_t *_Nullable bytes, size_t count);

/// The same by the loop that needs no vector instructions: what the other is tested against.
int trust_lines_is_utf8_portable(const uint8_t *_Nullable bytes, size_t count);

/// Where the first line break is, or `count`.
size_t trust_lines_break(const uint8_t *_Nullable bytes, size_t count);

/// How many bytes go by before the first that a JSON string cannot hold as it is, which is a
/// quotation mark, a backslash or a control character; or `count`.
///
/// PERF: in the header, so that it is inlined into Swift; a call for each of the five short strings
/// of a line would cost as much as the work.
static inline size_t trust_lines_plain(const uint8_t *_Nullable bytes, size_t count) {
  size_t at = 0;
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i control = _mm_set1_epi8(0x1F);
  for (; at + 16 <= count; at += 16) {
    const __m128i part = _mm_loadu_si128((const __m128i *)(bytes + at));
    const __m128i stops = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(part, quote), _mm_cmpeq_epi8(part, backslash)),
        _mm_cmpeq_epi8(_mm_max_epu8(part, control), control));
    const unsigned mask = (unsigned)_mm_movemask_epi8(stops);
    if (mask) return at + (size_t)__builtin_ctz(mask);
  }
#elif defined(__aarch64__)
  for (; at + 16 <= count; at += 16) {
    const uint8x16_t part = vld1q_u8(bytes + at);
    const uint8x16_t stops =
        vorrq_u8(vorrq_u8(vceqq_u8(part, vdupq_n_u8('"')), vceqq_u8(part, vdupq_n_u8('\\'))),
                 vcltq_u8(part, vdupq_n_u8(0x20)));
    // Four bits a byte, as NEON has no mask of one.
    const uint64_t mask =
        vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(stops), 4)), 0);
    if (mask) return at + ((size_t)__builtin_ctzll(mask) >> 2);
  }
#endif
  for (; at < count; at++) {
    if (bytes[at] == '"' || bytes[at] == '\\' || bytes[at] < 0x20) return at;
  }
  return count;
}

/// Whether the first `length` of `count` bytes are those of `entry`, which has room for 32.
///
/// PERF: in the header for the same reason; two compares of 16 bytes instead of a loop.
static inline int trust_lines_begins(const uint8_t *_Nullable bytes, size_t count,
                                     const uint8_t *_Nonnull entry, size_t length) {
#if defined(__SSE2__)
  if (count >= 32) {
    const __m128i *mine = (const __m128i *)bytes;
    const __m128i *theirs = (const __m128i *)entry;
    const uint32_t front = (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_loadu_si128(mine), _mm_loadu_si128(theirs)));
    const uint32_t back = (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_loadu_si128(mine + 1), _mm_loadu_si128(theirs + 1)));
    const uint64_t same = front | (uint64_t)back << 16;
    return (~same & (((uint64_t)1 << length) - 1)) == 0;
  }
#endif
  return length <= count && memcmp(bytes, entry, length) == 0;
}

/// The number that four hexadecimal digits are, or more than 0xFFFF if they are not.
///
/// PERF: a table, as branches on digits and letters are mispredicted half of the time.
static inline uint32_t trust_lines_hex(const uint8_t *_Nonnull digits) {
  // One more than the digit's value; 0 is no digit.
  static const uint8_t values[256] = {
      ['0'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ['A'] = 11, 12, 13, 14, 15, 16,
      ['a'] = 11, 12, 13, 14, 15, 16};
  uint32_t number = 0;
  for (int i = 0; i < 4; i++) number = number << 4 | (uint32_t)(values[digits[i]] - 1);
  return number;
}

/// Opens a file for reading; a negative number is an error's number, negated.
int trust_lines_open(const char *_Nonnull path);
void trust_lines_close(int descriptor);

/// Reads up to `count` bytes, as soon as there is one; 0 is the end, a negative number is an error's
/// number, negated.
long trust_lines_read(int descriptor, uint8_t *_Nonnull bytes, size_t count);

/// Writes all bytes; answers 0, or an error's number, negated.
int trust_lines_write(int descriptor, const uint8_t *_Nullable bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
