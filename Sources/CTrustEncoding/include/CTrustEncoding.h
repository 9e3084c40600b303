/// Texts in other encodings than UTF-8, by ICU.
#ifndef C_TRUST_ENCODING_H
#define C_TRUST_ENCODING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct trust_decoder trust_decoder;

/// The bit of a width that says that its bytes were no character and U+FFFD stands for them.
#define TRUST_WIDTH_ILL_FORMED 0x80

/// Opens a decoder by ICU's name of the encoding; NULL, and ICU's number, if there is none.
trust_decoder *_Nullable trust_decoder_open(const char *_Nonnull name, int *_Nonnull status);
void trust_decoder_close(trust_decoder *_Nonnull decoder);

/// Decodes bytes to UTF-8.
///
/// `out` and `widths` must have room for 3 bytes for each byte of the source, and 3 more. For each
/// byte of UTF-8 `widths` gets the number of source bytes that it stands for, which is not 0 at the
/// first byte of a character only. A character that the source cuts off is left for the next call
/// unless `is_last` is set; `consumed` gets the number of bytes that were decoded.
///
/// Answers the number of bytes of UTF-8, or -1 if ICU fails, with its number in `status`.
long trust_decoder_decode(trust_decoder *_Nonnull decoder, const uint8_t *_Nullable source,
                          size_t count, int is_last, uint8_t *_Nonnull out,
                          uint8_t *_Nonnull widths, size_t *_Nonnull consumed,
                          int *_Nonnull status);

/// Guesses the encoding of bytes, the likeliest first: writes up to `capacity` confidences from 0 to
/// 100, and the names, each in 32 bytes. Answers how many.
int trust_encoding_guess(const uint8_t *_Nonnull bytes, size_t count, int *_Nonnull confidences,
                         char *_Nonnull names, int capacity);

#ifdef __cplusplus
}
#endif

#endif
