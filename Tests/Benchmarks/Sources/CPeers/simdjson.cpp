#include "CPeers.h"

#if __has_include(<simdjson.h>)
#include <simdjson.h>

bool peer_has_simdjson(void) { return true; }

const char *peer_simdjson_version(void) {
#ifdef SIMDJSON_VERSION
#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)
  return TEXT(SIMDJSON_VERSION);
#else
  return "unknown";
#endif
}

int64_t peer_simdjson_texts(const uint8_t *lines, int64_t count, int64_t capacity) {
  using namespace simdjson;
  static ondemand::parser parser;
  ondemand::document_stream documents;
  if (capacity < count + int64_t(SIMDJSON_PADDING)) return -1;
  if (parser.iterate_many(lines, size_t(count), 1 << 20).get(documents) != SUCCESS) return -1;
  int64_t total = 0;
  for (auto document : documents) {
    std::string_view text;
    if (document["text"].get_string().get(text) != SUCCESS) return -1;
    total += int64_t(text.size());
  }
  return total;
}

#else

bool peer_has_simdjson(void) { return false; }
const char *peer_simdjson_version(void) { return ""; }
int64_t peer_simdjson_texts(const uint8_t *, int64_t, int64_t) { return -1; }

#endif
