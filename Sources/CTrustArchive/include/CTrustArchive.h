/// Files, folders and containers as streams of bytes; libarchive behind a few functions.
///
/// A source is a stream: a file, standard input, or the member at which a container stands. A
/// container reads from a source, so that containers nest.
#ifndef C_TRUST_ARCHIVE_H
#define C_TRUST_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct trust_source trust_source;
typedef struct trust_container trust_container;
typedef struct trust_names trust_names;

// MARK: Sources.

/// What reading answers, below all numbers of errors, if the container around a member is at fault.
#define TRUST_SOURCE_DAMAGED (-1000000)

/// Opens a file; NULL, and the error's number, if it cannot.
trust_source *_Nullable trust_source_open(const char *_Nonnull path, int *_Nonnull error);
trust_source *_Nullable trust_source_standard_input(void);
/// Bytes in memory, which are copied; NULL if there is no memory for them.
trust_source *_Nullable trust_source_of_bytes(const uint8_t *_Nullable bytes, size_t count);
/// The member at which a container stands; good until the container goes on.
trust_source *_Nullable trust_source_member(trust_container *_Nonnull container);
void trust_source_close(trust_source *_Nonnull source);

/// Reads up to `count` bytes; 0 is the end, a negative number is an error's number, negated, or
/// `TRUST_SOURCE_DAMAGED`.
long trust_source_read(trust_source *_Nonnull source, uint8_t *_Nonnull bytes, size_t count);

/// How many bytes were read from the file or member so far, or from all of a container's source.
int64_t trust_source_consumed(const trust_source *_Nonnull source);

// MARK: Containers.

/// Opens what a source holds. `head` is what was read of it already. If `needs_seeking` is set and
/// the source cannot seek, it is copied to a nameless temporary file of at most `limit` bytes first.
///
/// The source must outlive the container. On failure NULL and, in `error`, an error's number, or
/// `TRUST_SOURCE_DAMAGED`, or 0 if there is more than `limit`.
trust_container *_Nullable trust_container_open(trust_source *_Nonnull source,
                                                const uint8_t *_Nullable head, size_t head_count,
                                                int needs_seeking, int64_t limit,
                                                int *_Nonnull error);
void trust_container_close(trust_container *_Nonnull container);

/// What a container has next.
enum trust_step {
  TRUST_STEP_DAMAGED = -1,
  TRUST_STEP_END = 0,
  TRUST_STEP_FILE = 1,
  TRUST_STEP_FOLDER = 2,
  /// A link, a device and the like.
  TRUST_STEP_OTHER = 3,
  /// A file that a password protects.
  TRUST_STEP_ENCRYPTED = 4,
};

/// Goes to the next member.
int trust_container_next(trust_container *_Nonnull container);
/// The member's path as it is stored, in whatever encoding; NULL if it has none.
const char *_Nullable trust_container_member(trust_container *_Nonnull container);
/// What libarchive says of the last failure, in English.
const char *_Nonnull trust_container_message(trust_container *_Nonnull container);

// MARK: Folders.

enum trust_file_kind {
  TRUST_FILE_NONE = 0,
  TRUST_FILE_REGULAR = 1,
  TRUST_FILE_FOLDER = 2,
  /// A pipe, a socket, a device.
  TRUST_FILE_OTHER = 3,
};

typedef struct {
  int kind;
  uint64_t device;
  uint64_t number;
  int64_t size;
} trust_file;

/// Looks at what a path leads to; answers 0, or an error's number.
int trust_file_look(const char *_Nonnull path, trust_file *_Nonnull out);

/// The names in a folder, unsorted, without `.` and `..`; NULL, and the error's number, if it
/// cannot be read.
trust_names *_Nullable trust_names_in_folder(const char *_Nonnull path, int *_Nonnull error);
/// The paths that a pattern of the shell stands for, unsorted.
trust_names *_Nullable trust_names_of_pattern(const char *_Nonnull pattern);
size_t trust_names_count(const trust_names *_Nonnull names);
const char *_Nonnull trust_names_at(const trust_names *_Nonnull names, size_t index);
void trust_names_close(trust_names *_Nonnull names);

/// The system's words for an error's number.
const char *_Nonnull trust_error_text(int error);

/// How many line breaks (LF) there are. Linear, many bytes at a time.
size_t trust_count_breaks(const uint8_t *_Nullable bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
