#include <stdlib.h>
#include <string.h>

#include "CPeers.h"

#if __has_include(<hs.h>)
#include <hs.h>

typedef struct {
  uint32_t phrase;
  int64_t end;
} hit;

struct peer_scanner {
  hs_database_t *database;
  hs_scratch_t *scratch;
  const peer_fold *fold;
  int32_t *lengths;
  uint8_t *folded;
  int32_t *origins;
  int64_t folded_capacity, origins_capacity;
  hit *hits;
  int64_t hit_count, hit_capacity;
};

bool peer_has_hyperscan(void) { return true; }

const char *peer_hyperscan_version(void) { return hs_version(); }

peer_scanner *peer_scanner_make(const uint8_t *bytes, const int64_t *starts, int64_t count,
                                const peer_fold *fold) {
  peer_scanner *scanner = calloc(1, sizeof *scanner);
  scanner->fold = fold;
  scanner->lengths = malloc((size_t)count * sizeof *scanner->lengths);
  const char **phrases = malloc((size_t)count * sizeof *phrases);
  size_t *lengths = malloc((size_t)count * sizeof *lengths);
  unsigned *flags = calloc((size_t)count, sizeof *flags);
  unsigned *ids = malloc((size_t)count * sizeof *ids);
  for (int64_t i = 0; i < count; i++) {
    phrases[i] = (const char *)bytes + starts[i];
    lengths[i] = (size_t)(starts[i + 1] - starts[i]);
    scanner->lengths[i] = (int32_t)lengths[i];
    ids[i] = (unsigned)i;
  }
  hs_compile_error_t *error = NULL;
  hs_error_t status = hs_compile_lit_multi(phrases, flags, ids, lengths, (unsigned)count,
                                           HS_MODE_BLOCK, NULL, &scanner->database, &error);
  hs_free_compile_error(error);
  free(phrases);
  free(lengths);
  free(flags);
  free(ids);
  if (status == HS_SUCCESS) status = hs_alloc_scratch(scanner->database, &scanner->scratch);
  if (status == HS_SUCCESS) return scanner;
  peer_scanner_free(scanner);
  return NULL;
}

void peer_scanner_free(peer_scanner *scanner) {
  hs_free_scratch(scanner->scratch);
  hs_free_database(scanner->database);
  free(scanner->lengths);
  free(scanner->folded);
  free(scanner->origins);
  free(scanner->hits);
  free(scanner);
}

static int note(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                void *context) {
  (void)from;
  (void)flags;
  peer_scanner *scanner = context;
  if (scanner->hit_count == scanner->hit_capacity) {
    scanner->hit_capacity = scanner->hit_capacity * 2 + 1024;
    scanner->hits = realloc(scanner->hits, (size_t)scanner->hit_capacity * sizeof *scanner->hits);
  }
  scanner->hits[scanner->hit_count++] = (hit){.phrase = id, .end = (int64_t)to};
  return 0;
}

static void scan(peer_scanner *scanner, const uint8_t *text, int64_t length) {
  scanner->hit_count = 0;
  hs_scan(scanner->database, (const char *)text, (unsigned)length, 0, scanner->scratch, note,
          scanner);
}

typedef struct {
  peer_match *out;
  int64_t capacity, count;
} sink;

static void emit(sink *sink, int64_t post, uint32_t phrase, int64_t start, int64_t end) {
  if (sink->count < sink->capacity) {
    sink->out[sink->count] = (peer_match){
        .post = (int32_t)post, .phrase = (int32_t)phrase, .start = (int32_t)start,
        .end = (int32_t)end};
  }
  sink->count++;
}

/// Verifies the hits of one folded post, which stand at `base` in what was scanned, and maps them
/// to the original. Only posts with hits are folded again for the way back.
static void verify(peer_scanner *scanner, peer_posts posts, int64_t post, const uint8_t *folded,
                   int64_t length, int64_t base, const hit *hits, int64_t count, sink *sink) {
  const uint8_t *text = posts.bytes + posts.starts[post];
  int64_t size = posts.starts[post + 1] - 1 - posts.starts[post];
  int64_t bound = peer_fold_bound(scanner->fold, size);
  if (bound > scanner->origins_capacity) {
    scanner->origins_capacity = bound;
    scanner->origins = realloc(scanner->origins, (size_t)bound * (sizeof *scanner->origins + 1));
  }
  uint8_t *again = (uint8_t *)(scanner->origins + scanner->origins_capacity);
  peer_fold_text(scanner->fold, text, size, again, scanner->origins);
  for (int64_t i = 0; i < count; i++) {
    int64_t end = hits[i].end - base;
    int64_t start = end - scanner->lengths[hits[i].phrase];
    if (peer_is_inside_word(folded, length, start, end)) continue;
    int64_t last = scanner->origins[end - 1];
    do { last++; } while (last < size && (text[last] & 0xC0) == 0x80);
    emit(sink, post, hits[i].phrase, scanner->origins[start], last);
  }
}

/// Folds posts one behind another until `block` bytes are full, at least one post.
static int64_t run_folded(peer_scanner *scanner, peer_posts posts, int64_t block, sink *sink) {
  // Where each post of the block begins in the folded buffer.
  static int64_t *begins = NULL;
  static int64_t begins_capacity = 0;
  for (int64_t first = 0; first < posts.count;) {
    int64_t length = 0;
    int64_t post = first;
    do {
      int64_t size = posts.starts[post + 1] - 1 - posts.starts[post];
      int64_t bound = length + peer_fold_bound(scanner->fold, size) + 1;
      if (bound > scanner->folded_capacity) {
        scanner->folded_capacity = bound * 2;
        scanner->folded = realloc(scanner->folded, (size_t)scanner->folded_capacity);
      }
      if (post - first + 1 >= begins_capacity) {
        begins_capacity = begins_capacity * 2 + 64;
        begins = realloc(begins, (size_t)begins_capacity * sizeof *begins);
      }
      begins[post - first] = length;
      length += peer_fold_text(scanner->fold, posts.bytes + posts.starts[post], size,
                               scanner->folded + length, NULL);
      scanner->folded[length++] = '\n';
      post++;
    } while (post < posts.count && length < block);
    begins[post - first] = length;

    scan(scanner, scanner->folded, length);
    // Hits come in the order of their ends, and so post by post.
    for (int64_t i = 0, p = 0; i < scanner->hit_count;) {
      while (begins[p + 1] < scanner->hits[i].end) p++;
      int64_t next = i;
      while (next < scanner->hit_count && scanner->hits[next].end <= begins[p + 1]) next++;
      verify(scanner, posts, first + p, scanner->folded + begins[p], begins[p + 1] - 1 - begins[p],
             begins[p], scanner->hits + i, next - i, sink);
      i = next;
    }
    first = post;
  }
  return sink->count;
}

static int64_t run_as_it_stands(peer_scanner *scanner, peer_posts posts, int64_t block,
                                sink *sink) {
  for (int64_t first = 0; first < posts.count;) {
    int64_t end = first + 1;
    while (end < posts.count && posts.starts[end] - posts.starts[first] < block) end++;
    scan(scanner, posts.bytes + posts.starts[first], posts.starts[end] - 1 - posts.starts[first]);
    int64_t post = first;
    for (int64_t i = 0; i < scanner->hit_count; i++) {
      int64_t at = posts.starts[first] + scanner->hits[i].end;
      while (posts.starts[post + 1] <= at) post++;
      int64_t to = at - posts.starts[post];
      emit(sink, post, scanner->hits[i].phrase, to - scanner->lengths[scanner->hits[i].phrase], to);
    }
    first = end;
  }
  return sink->count;
}

int64_t peer_scanner_run(peer_scanner *scanner, peer_posts posts, int64_t block, peer_match *out,
                         int64_t capacity) {
  sink sink = {.out = out, .capacity = capacity, .count = 0};
  return scanner->fold != NULL ? run_folded(scanner, posts, block, &sink)
                               : run_as_it_stands(scanner, posts, block, &sink);
}

#else

bool peer_has_hyperscan(void) { return false; }
const char *peer_hyperscan_version(void) { return ""; }
peer_scanner *peer_scanner_make(const uint8_t *bytes, const int64_t *starts, int64_t count,
                                const peer_fold *fold) {
  (void)bytes, (void)starts, (void)count, (void)fold;
  return NULL;
}
void peer_scanner_free(peer_scanner *scanner) { (void)scanner; }
int64_t peer_scanner_run(peer_scanner *scanner, peer_posts posts, int64_t block, peer_match *out,
                         int64_t capacity) {
  (void)scanner, (void)posts, (void)block, (void)out, (void)capacity;
  return 0;
}

#endif
