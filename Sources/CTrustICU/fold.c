#include "CTrustICU.h"

#include <stdbool.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { CAPACITY = 64 };

typedef struct {
  UChar units[CAPACITY];
  int32_t length;
} text;

static void normalise(const UNormalizer2 *form, text *t, UErrorCode *code) {
  text result;
  result.length = unorm2_normalize(form, t->units, t->length, result.units, CAPACITY, code);
  if (U_SUCCESS(*code)) *t = result;
}

static void simplify(text *t, UErrorCode *code) {
  static UTransliterator *toSimplified = NULL;
  if (toSimplified == NULL) {
    static const UChar id[] = u"Traditional-Simplified";
    toSimplified = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, code);
  }
  if (U_FAILURE(*code)) return;
  int32_t limit = t->length;
  utrans_transUChars(toSimplified, t->units, &t->length, CAPACITY, 0, &limit, code);
}

/// Drops nonspacing and enclosing marks, so that an accent, a tone mark or a heap of them
/// (Zalgo) changes nothing, whether the letter was written composed or not.
static void strip_marks(text *t) {
  text result = {.length = 0};
  for (int32_t i = 0; i < t->length;) {
    UChar32 c;
    int32_t start = i;
    U16_NEXT(t->units, i, t->length, c);
    int8_t type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) continue;
    memcpy(result.units + result.length, t->units + start, (size_t)(i - start) * sizeof(UChar));
    result.length += i - start;
  }
  *t = result;
}

int32_t trust_fold_scalar(uint32_t scalar, uint32_t *out, int32_t capacity, int *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&code);
  const UNormalizer2 *decompose = unorm2_getNFDInstance(&code);
  const UNormalizer2 *compose = unorm2_getNFCInstance(&code);

  text t = {.length = 0};
  UBool failed = false;
  U16_APPEND(t.units, t.length, CAPACITY, scalar, failed);
  // Each step may make something that another step changes again; a few rounds settle it.
  for (int round = 0; round < 4 && U_SUCCESS(code) && !failed; round++) {
    normalise(casefold, &t, &code);
    simplify(&t, &code);
    normalise(decompose, &t, &code);
    if (U_SUCCESS(code)) strip_marks(&t);
    normalise(compose, &t, &code);
  }
  *status = (int)code;
  if (U_FAILURE(code) || failed) return -1;

  int32_t count = 0;
  for (int32_t i = 0; i < t.length;) {
    UChar32 c;
    U16_NEXT(t.units, i, t.length, c);
    if (count < capacity) out[count] = (uint32_t)c;
    count++;
  }
  return count;
}
