// ICU's converters and its detector of encodings.
#include "CTrustEncoding.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#define UNITS 4096

struct trust_decoder {
  UConverter *converter;
};

trust_decoder *trust_decoder_open(const char *name, int *status) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &code);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  trust_decoder *decoder = U_SUCCESS(code) ? malloc(sizeof *decoder) : NULL;
  *status = (int)code;
  if (decoder == NULL) {
    if (converter != NULL) ucnv_close(converter);
    return NULL;
  }
  decoder->converter = converter;
  return decoder;
}

void trust_decoder_close(trust_decoder *decoder) {
  ucnv_close(decoder->converter);
  free(decoder);
}

/// Writes a scalar as UTF-8, and its width.
static size_t put(uint32_t scalar, uint8_t width, uint8_t *out, uint8_t *widths) {
  const size_t length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  static const uint8_t leads[5] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t at = length; at-- > 1; scalar >>= 6) {
    out[at] = (uint8_t)(0x80 | (scalar & 0x3F));
    widths[at] = 0;
  }
  out[0] = (uint8_t)(leads[length] | scalar);
  widths[0] = width;
  return length;
}

/// Writes units of UTF-16, whose places in the source are known, as UTF-8.
static size_t put_units(const UChar *units, const int32_t *places, size_t count, int32_t end,
                        uint8_t *out, uint8_t *widths) {
  size_t written = 0;
  for (size_t at = 0; at < count;) {
    uint32_t scalar = units[at];
    size_t next = at + 1;
    if (U16_IS_LEAD(scalar) && next < count && U16_IS_TRAIL(units[next])) {
      scalar = U16_GET_SUPPLEMENTARY(scalar, units[next]);
      next++;
    }
    // One source character may become two (Big5 has such); the last has all of its bytes.
    const int32_t behind = next < count ? places[next] : end;
    written += put(scalar, (uint8_t)(behind - places[at]), out + written, widths + written);
    at = next;
  }
  return written;
}

long trust_decoder_decode(trust_decoder *decoder, const uint8_t *source, size_t count, int is_last,
                          uint8_t *out, uint8_t *widths, size_t *consumed, int *status) {
  UChar units[UNITS];
  int32_t places[UNITS];
  const char *at = (const char *)source;
  const char *end = at + count;
  size_t written = 0;
  *status = 0;
  while (at < end) {
    UErrorCode code = U_ZERO_ERROR;
    const char *start = at;
    UChar *unit = units;
    // A part small enough for the buffer, so that it never overflows.
    const char *stop = end - at > UNITS / 2 ? at + UNITS / 2 : end;
    ucnv_toUnicode(decoder->converter, &unit, units + UNITS, &at, stop, places, 0, &code);
    int32_t wrong = 0;
    if (code == U_ILLEGAL_CHAR_FOUND || code == U_INVALID_CHAR_FOUND) {
      char bytes[32];
      int8_t length = (int8_t)sizeof bytes;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(decoder->converter, bytes, &length, &ignored);
      wrong = length > 0 ? length : 1;
    } else if (U_FAILURE(code)) {
      *status = (int)code;
      return -1;
    } else {
      // What the converter keeps for later is given back.
      UErrorCode ignored = U_ZERO_ERROR;
      const int32_t kept = ucnv_toUCountPending(decoder->converter, &ignored);
      if (kept > 0) at -= kept;
    }
    ucnv_resetToUnicode(decoder->converter);
    const int32_t decoded = (int32_t)(at - start) - wrong;
    written += put_units(units, places, (size_t)(unit - units), decoded, out + written,
                         widths + written);
    if (wrong > 0) {
      written += put(0xFFFD, (uint8_t)(wrong | TRUST_WIDTH_ILL_FORMED), out + written,
                     widths + written);
    } else if (decoded <= 0) {
      // A character that is cut off.
      if (stop < end || !is_last) break;
      written += put(0xFFFD, (uint8_t)((end - at) | TRUST_WIDTH_ILL_FORMED), out + written,
                     widths + written);
      at = end;
    }
  }
  *consumed = (size_t)(at - (const char *)source);
  return (long)written;
}

int trust_encoding_guess(const uint8_t *bytes, size_t count, int *confidences, char *names,
                         int capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&code);
  ucsdet_setText(detector, (const char *)bytes, (int32_t)count, &code);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &code);
  if (U_FAILURE(code)) found = 0;
  if (found > capacity) found = capacity;
  for (int32_t at = 0; at < found; at++) {
    UErrorCode each = U_ZERO_ERROR;
    const char *name = ucsdet_getName(matches[at], &each);
    confidences[at] = ucsdet_getConfidence(matches[at], &each);
    memset(names + at * 32, 0, 32);
    if (name != NULL) strncpy(names + at * 32, name, 31);
  }
  if (detector != NULL) ucsdet_close(detector);
  return found;
}
