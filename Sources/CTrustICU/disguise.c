#include "CTrustICU.h"

#include <stdbool.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { CAPACITY = 64 };

int32_t trust_skeleton_scalar(uint32_t scalar, uint32_t *out, int32_t capacity, int *status) {
  static USpoofChecker *checker = NULL;
  UErrorCode code = U_ZERO_ERROR;
  if (checker == NULL) checker = uspoof_open(&code);

  UChar units[2];
  UChar skeleton[CAPACITY];
  int32_t length = 0;
  UBool failed = false;
  U16_APPEND(units, length, 2, scalar, failed);
  // ICU: the type is ignored since version 58; 0 is what its documentation asks for.
  int32_t size = uspoof_getSkeleton(checker, 0, units, length, skeleton, CAPACITY, &code);
  *status = (int)code;
  if (U_FAILURE(code) || failed) return -1;

  int32_t count = 0;
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U16_NEXT(skeleton, i, size, c);
    if (count < capacity) out[count] = (uint32_t)c;
    count++;
  }
  return count;
}

/// Whether a character is in GB 2312, the 6,763 characters of everyday simplified Chinese.
static bool is_everyday(uint32_t scalar, UErrorCode *code) {
  static UConverter *converter = NULL;
  if (converter == NULL) {
    converter = ucnv_open("EUC-CN", code);
    if (U_FAILURE(*code)) return false;
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, code);
  }
  UChar units[2];
  char bytes[8];
  int32_t length = 0;
  UBool failed = false;
  U16_APPEND(units, length, 2, scalar, failed);
  UErrorCode conversion = U_ZERO_ERROR;
  int32_t size = ucnv_fromUChars(converter, bytes, 8, units, length, &conversion);
  return U_SUCCESS(conversion) && size == 2;
}

int32_t trust_syllable(uint32_t scalar, char *out, int32_t capacity, int *status) {
  static UTransliterator *toLatin = NULL;
  UErrorCode code = U_ZERO_ERROR;
  if (toLatin == NULL) {
    static const UChar id[] = u"Han-Latin; Latin-ASCII; Lower";
    toLatin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  }
  if (U_SUCCESS(code) && !is_everyday(scalar, &code)) {
    *status = (int)code;
    return 0;
  }
  UChar units[CAPACITY];
  int32_t length = 0;
  UBool failed = false;
  U16_APPEND(units, length, CAPACITY, scalar, failed);
  int32_t limit = length;
  if (U_SUCCESS(code)) utrans_transUChars(toLatin, units, &length, CAPACITY, 0, &limit, &code);
  *status = (int)code;
  if (U_FAILURE(code) || failed) return -1;
  int32_t count = 0;
  for (int32_t i = 0; i < length && count < capacity; i++) {
    if (units[i] >= u'a' && units[i] <= u'z') out[count++] = (char)units[i];
  }
  return count;
}
