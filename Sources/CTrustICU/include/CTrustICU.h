/// What TrustScreen needs of ICU, and nothing more.
///
/// No ICU type is visible here: a Swift module that sees ICU's headers cannot live in one
/// program with Foundation, which brings another ICU of its own.
#ifndef C_TRUST_ICU_H
#define C_TRUST_ICU_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A break iterator. Not safe to use from two threads at once.
typedef struct trust_breaker trust_breaker;

enum {
  TRUST_BREAK_CHARACTER = 0,
  TRUST_BREAK_WORD = 1,
  TRUST_BREAK_SENTENCE = 3,
};

/// Opens a break iterator of one of the kinds above, for Chinese and English text.
///
/// `status` receives ICU's code: only a value above zero is a failure (warnings are negative).
/// Answers NULL on failure.
trust_breaker *_Nullable trust_breaker_open(int kind, int *_Nonnull status);

void trust_breaker_close(trust_breaker *_Nonnull breaker);

/// Writes the boundaries of `text` to `out`, 0 and `length` included, ascending, in UTF-8 bytes.
///
/// Returns how many boundaries there are, or -1 on failure. At most `capacity` are written.
int32_t trust_breaker_utf8(trust_breaker *_Nonnull breaker, const uint8_t *_Nullable text,
                           int64_t length, int32_t *_Nonnull out, int32_t capacity,
                           int *_Nonnull status);

/// The same for UTF-16 text, in UTF-16 units.
int32_t trust_breaker_utf16(trust_breaker *_Nonnull breaker, const uint16_t *_Nullable text,
                            int32_t length, int32_t *_Nonnull out, int32_t capacity,
                            int *_Nonnull status);

/// What a scalar is to the rules that end sentences: its Sentence_Break property, as numbered by
/// ICU's `USentenceBreak`.
int32_t trust_sentence_class(uint32_t scalar);

/// The folding of one scalar by ICU's data: NFKC_Casefold, Traditional to Simplified, and
/// without marks, repeated until nothing changes.
///
/// Slow: it is for building the fold table and for testing it. Writes up to `capacity` scalars
/// and returns how many there are, or -1 on failure.
int32_t trust_fold_scalar(uint32_t scalar, uint32_t *_Nonnull out, int32_t capacity,
                          int *_Nonnull status);

/// What a scalar looks like, by Unicode's data on confusable characters (UTS 39).
///
/// Slow, like `trust_fold_scalar`, and with the same answer.
int32_t trust_skeleton_scalar(uint32_t scalar, uint32_t *_Nonnull out, int32_t capacity,
                              int *_Nonnull status);

/// How an everyday Chinese character is read, in ASCII letters without tone.
///
/// Slow. Writes up to `capacity` letters and returns how many; 0 for other characters, -1 on failure.
int32_t trust_syllable(uint32_t scalar, char *_Nonnull out, int32_t capacity,
                       int *_Nonnull status);

/// ICU's version and the version of the Unicode data in it, such as "72.1" and "15.0".
const char *_Nonnull trust_icu_version(void);
const char *_Nonnull trust_unicode_version(void);

/// The fold table as FoldTableGenerator wrote it, in the form that FoldTable.swift describes, and the
/// version of the Unicode data that it was made from. `count` receives the length.
const uint16_t *_Nonnull trust_fold_blocks(int32_t *_Nonnull count);
const uint32_t *_Nonnull trust_fold_entries(int32_t *_Nonnull count);
const uint32_t *_Nonnull trust_fold_expansions(int32_t *_Nonnull count);
const char *_Nonnull trust_fold_unicode(void);

/// How many cores the system has online, at least 1. Not ICU's; it is here because the core has
/// this one C target and no Foundation.
int32_t trust_core_count(void);

/// The natural logarithm and its inverse. The C library's, which Swift code reaches only through
/// Foundation or by another name on each platform.
double trust_log(double x);
double trust_exp(double x);

#ifdef __cplusplus
}
#endif
#endif
