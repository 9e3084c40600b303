// Containers by libarchive, which reads from a source.
#include "source.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER 65536

struct trust_container {
  struct archive *archive;
  struct archive_entry *member;
  trust_source *source;
  // A temporary copy of the source, if it was needed.
  trust_source *copy;
  uint8_t *head;
  size_t head_count;
  uint8_t buffer[BUFFER];
};

static la_ssize_t read_source(struct archive *archive, void *data, const void **out) {
  trust_container *container = data;
  if (container->head_count > 0) {
    *out = container->head;
    const size_t count = container->head_count;
    container->head_count = 0;
    return (la_ssize_t)count;
  }
  const long got = trust_source_read(container->source, container->buffer, BUFFER);
  *out = container->buffer;
  if (got >= 0) return got;
  archive_set_error(archive, got == TRUST_SOURCE_DAMAGED ? EINVAL : (int)-got,
                    "the container around it cannot be read");
  return ARCHIVE_FATAL;
}

static la_int64_t seek_source(struct archive *archive, void *data, la_int64_t offset, int whence) {
  trust_container *container = data;
  const la_int64_t place = trust_source_seek(container->source, offset, whence);
  if (place >= 0) return place;
  archive_set_error(archive, errno, "cannot seek");
  return ARCHIVE_FATAL;
}

/// Copies a source to a file that has no name; NULL, with `error` as in `trust_container_open`.
static trust_source *copied(trust_source *source, const uint8_t *head, size_t head_count,
                            int64_t limit, int *error) {
  FILE *file = tmpfile();
  if (file == NULL) {
    *error = errno;
    return NULL;
  }
  uint8_t buffer[BUFFER];
  int64_t total = (int64_t)head_count;
  int failed = fwrite(head, 1, head_count, file) != head_count;
  *error = EIO;
  while (!failed) {
    const long got = trust_source_read(source, buffer, BUFFER);
    if (got == 0) break;
    total += got > 0 ? got : 0;
    if (got < 0 || total > limit) {
      *error = got < 0 ? (int)(got == TRUST_SOURCE_DAMAGED ? got : -got) : 0;
      failed = 1;
    } else if (fwrite(buffer, 1, (size_t)got, file) != (size_t)got) {
      *error = errno;
      failed = 1;
    }
  }
  failed = failed || fflush(file) != 0;
  const int descriptor = failed ? -1 : dup(fileno(file));
  fclose(file);
  if (descriptor < 0) return NULL;
  lseek(descriptor, 0, SEEK_SET);
  return trust_source_of_descriptor(descriptor);
}

static struct archive *reader(trust_container *container) {
  struct archive *archive = archive_read_new();
  if (archive == NULL) return NULL;
  // No filters that run programs or take text for code (uuencode), no formats of other uses.
  archive_read_support_filter_gzip(archive);
  archive_read_support_filter_bzip2(archive);
  archive_read_support_filter_xz(archive);
  archive_read_support_filter_zstd(archive);
  archive_read_support_format_tar(archive);
  archive_read_support_format_zip(archive);
  archive_read_support_format_7zip(archive);
  archive_read_support_format_raw(archive);
  archive_read_set_callback_data(archive, container);
  archive_read_set_read_callback(archive, read_source);
  if (container->source->can_seek) archive_read_set_seek_callback(archive, seek_source);
  return archive;
}

trust_container *trust_container_open(trust_source *source, const uint8_t *head, size_t head_count,
                                      int needs_seeking, int64_t limit, int *error) {
  trust_container *container = calloc(1, sizeof *container);
  *error = ENOMEM;
  if (container == NULL) return NULL;
  container->source = source;
  if (source->can_seek && trust_source_seek(source, 0, SEEK_SET) == 0) {
    head_count = 0;
  } else if (needs_seeking) {
    container->copy = copied(source, head, head_count, limit, error);
    if (container->copy == NULL) {
      free(container);
      return NULL;
    }
    container->source = container->copy;
    head_count = 0;
  }
  if (head_count > 0) {
    container->head = malloc(head_count);
    if (container->head != NULL) memcpy(container->head, head, head_count);
    container->head_count = head_count;
  }
  container->archive = (head_count == 0 || container->head != NULL) ? reader(container) : NULL;
  if (container->archive == NULL) {
    trust_container_close(container);
    return NULL;
  }
  // A failure is met again, with its words, at the first step.
  archive_read_open1(container->archive);
  return container;
}

void trust_container_close(trust_container *container) {
  if (container->archive != NULL) archive_read_free(container->archive);
  if (container->copy != NULL) trust_source_close(container->copy);
  free(container->head);
  free(container);
}

/// libarchive turns names into the locale's encoding, which for a program that sets none is ASCII.
static int next_header(struct archive *archive, struct archive_entry **member) {
  const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  const locale_t before = utf8 != (locale_t)0 ? uselocale(utf8) : (locale_t)0;
  int result;
  do result = archive_read_next_header(archive, member);
  while (result == ARCHIVE_RETRY);
  if (utf8 != (locale_t)0) {
    uselocale(before);
    freelocale(utf8);
  }
  return result;
}

int trust_container_next(trust_container *container) {
  container->member = NULL;
  const int result = next_header(container->archive, &container->member);
  if (result == ARCHIVE_EOF) return TRUST_STEP_END;
  if (result < ARCHIVE_WARN || container->member == NULL) return TRUST_STEP_DAMAGED;
  if (archive_entry_hardlink(container->member) != NULL) return TRUST_STEP_OTHER;
  switch (archive_entry_filetype(container->member)) {
    case AE_IFDIR: return TRUST_STEP_FOLDER;
    // Some writers of zip files leave the type out.
    case 0:
    case AE_IFREG:
      return archive_entry_is_encrypted(container->member) ? TRUST_STEP_ENCRYPTED : TRUST_STEP_FILE;
    default: return TRUST_STEP_OTHER;
  }
}

const char *trust_container_member(trust_container *container) {
  return container->member == NULL ? NULL : archive_entry_pathname(container->member);
}

const char *trust_container_message(trust_container *container) {
  const char *text = archive_error_string(container->archive);
  return text != NULL ? text : "no reason is given";
}

long trust_container_read(trust_container *container, uint8_t *bytes, size_t count) {
  la_ssize_t got;
  do got = archive_read_data(container->archive, bytes, count);
  while (got == ARCHIVE_RETRY);
  return got >= 0 ? (long)got : TRUST_SOURCE_DAMAGED;
}
