/// What the benchmarks compare TrustScreen with, as far as it is C: Hyperscan, ICU, simdjson, and
/// physical floors.
#ifndef C_PEERS_H
#define C_PEERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: - Posts

/// Many posts in one buffer, each followed by a newline: post `i` is `starts[i] ..< starts[i+1]-1`.
typedef struct {
  const uint8_t *_Nonnull bytes;
  const int64_t *_Nonnull starts;
  int64_t count;
} peer_posts;

/// A phrase found in a post, in bytes of that post.
typedef struct {
  int32_t post;
  int32_t phrase;
  int32_t start;
  int32_t end;
} peer_match;

// MARK: - Floors

void peer_copy(uint8_t *_Nonnull to, const uint8_t *_Nonnull from, int64_t count);
int64_t peer_count_newlines(const uint8_t *_Nonnull bytes, int64_t count);

// MARK: - Folding

/// The folding of every scalar as UTF-8, in one table.
typedef struct peer_fold peer_fold;

/// Makes the table: scalar `i` folds to `bytes[starts[i] ..< starts[i+1]]`, for all 0x110000.
peer_fold *_Nonnull peer_fold_make(const uint8_t *_Nonnull bytes, const uint32_t *_Nonnull starts);

/// The most bytes that `length` bytes fold to.
int64_t peer_fold_bound(const peer_fold *_Nonnull fold, int64_t length);

/// Folds well-formed UTF-8 and returns the length; `origins`, if given, receives for each byte the
/// place of the scalar it came from.
int64_t peer_fold_text(const peer_fold *_Nonnull fold, const uint8_t *_Nonnull text, int64_t length,
                       uint8_t *_Nonnull out, int32_t *_Nullable origins);

/// Whether a letter or digit of a phrase's end goes on outside of it, in folded text: such a match
/// is inside a longer word. An apostrophe between letters does not end a word.
bool peer_is_inside_word(const uint8_t *_Nonnull text, int64_t length, int64_t start, int64_t end);

// MARK: - Hyperscan

/// Whether Hyperscan was there when this was built, and its version.
bool peer_has_hyperscan(void);
const char *_Nonnull peer_hyperscan_version(void);

/// A literal database; with a fold, texts are folded first.
typedef struct peer_scanner peer_scanner;

/// Compiles phrases `bytes[starts[i] ..< starts[i+1]]`; NULL on failure. The fold must outlive it.
peer_scanner *_Nullable peer_scanner_make(const uint8_t *_Nonnull bytes,
                                          const int64_t *_Nonnull starts, int64_t count,
                                          const peer_fold *_Nullable fold);
void peer_scanner_free(peer_scanner *_Nonnull scanner);

/// Finds all phrases in all posts, overlapping ones too; returns how many there are and writes up
/// to `capacity` of them. `block` is how many bytes are scanned at a time, or 0 for one post.
///
/// With a fold, matches inside longer words are left out, and places are those of the original.
int64_t peer_scanner_run(peer_scanner *_Nonnull scanner, peer_posts posts, int64_t block,
                         peer_match *_Nullable out, int64_t capacity);

// MARK: - ICU and simdjson

/// Segments every post into words by ICU's dictionary; returns how many boundaries there are, or
/// -1 on failure.
int64_t peer_icu_words(peer_posts posts);
const char *_Nonnull peer_icu_version(void);

/// Whether simdjson was there when this was built, and its version.
bool peer_has_simdjson(void);
const char *_Nonnull peer_simdjson_version(void);

/// Takes the `text` out of each JSON line, and does nothing with it; returns how many bytes they
/// have together, or -1 on failure. `capacity` has to be 64 more than `count`.
int64_t peer_simdjson_texts(const uint8_t *_Nonnull lines, int64_t count, int64_t capacity);

#ifdef __cplusplus
}
#endif
#endif
