#include "CTrustICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

struct trust_breaker {
  UBreakIterator *iterator;
};

trust_breaker *trust_breaker_open(int kind, int *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open((UBreakIteratorType)kind, "zh", NULL, 0, &code);
  *status = (int)code;
  if (U_FAILURE(code)) return NULL;
  trust_breaker *breaker = malloc(sizeof *breaker);
  if (breaker == NULL) {
    ubrk_close(iterator);
    *status = (int)U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void trust_breaker_close(trust_breaker *breaker) {
  ubrk_close(breaker->iterator);
  free(breaker);
}

/// Walks from the first boundary to the last, always forward: iterators that are moved about
/// freely have been seen to answer differently.
static int32_t boundaries(UBreakIterator *iterator, int32_t *out, int32_t capacity) {
  int32_t count = 0;
  for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    if (count < capacity) out[count] = at;
    count++;
  }
  return count;
}

int32_t trust_breaker_utf8(trust_breaker *breaker, const uint8_t *text, int64_t length,
                           int32_t *out, int32_t capacity, int *status) {
  UErrorCode code = U_ZERO_ERROR;
  UText *wrapped = utext_openUTF8(NULL, (const char *)text, length, &code);
  ubrk_setUText(breaker->iterator, wrapped, &code);
  int32_t count = U_FAILURE(code) ? -1 : boundaries(breaker->iterator, out, capacity);
  if (wrapped != NULL) utext_close(wrapped);
  *status = (int)code;
  return count;
}

int32_t trust_breaker_utf16(trust_breaker *breaker, const uint16_t *text, int32_t length,
                            int32_t *out, int32_t capacity, int *status) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)text, length, &code);
  int32_t count = U_FAILURE(code) ? -1 : boundaries(breaker->iterator, out, capacity);
  *status = (int)code;
  return count;
}

int32_t trust_sentence_class(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_SENTENCE_BREAK);
}

const char *trust_icu_version(void) { return U_ICU_VERSION; }
const char *trust_unicode_version(void) { return U_UNICODE_VERSION; }
