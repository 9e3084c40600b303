#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

#include "CPeers.h"

int64_t peer_icu_words(peer_posts posts) {
  static UBreakIterator *words = NULL;
  static UChar *text = NULL;
  static int32_t capacity = 0;
  UErrorCode code = U_ZERO_ERROR;
  if (words == NULL) words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &code);

  int64_t boundaries = 0;
  for (int64_t i = 0; i < posts.count && U_SUCCESS(code); i++) {
    int32_t size = (int32_t)(posts.starts[i + 1] - 1 - posts.starts[i]);
    if (size > capacity) {
      capacity = size;
      text = realloc(text, (size_t)capacity * sizeof *text);
    }
    int32_t length;
    // ICU: faster in UTF-16, the conversion included, than by a UText over UTF-8.
    u_strFromUTF8(text, capacity, &length, (const char *)posts.bytes + posts.starts[i], size,
                  &code);
    ubrk_setText(words, text, length, &code);
    if (U_FAILURE(code)) return -1;
    while (ubrk_next(words) != UBRK_DONE) boundaries++;
  }
  return U_SUCCESS(code) ? boundaries : -1;
}

const char *peer_icu_version(void) { return U_ICU_VERSION; }
