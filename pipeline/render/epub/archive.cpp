#include "render/epub/archive.h"

#include <zip.h>

#include <memory>

#include "core/files.h"

namespace handbill::epub {
namespace {

/// 1 January 1980, 0:00: where DOS time starts. Given as a date and not as a time_t, which libzip would read in the
/// machine's time zone.
constexpr zip_uint16_t dos_time = 0;
constexpr zip_uint16_t dos_date = (1 << 5) | 1;

[[noreturn]] void fail(const char* reason) {
  throw MachineError(std::string("cannot pack an e-book in memory: ") + reason);
}

struct SourceDeleter {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveDeleter {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, SourceDeleter>;
using Archive = std::unique_ptr<zip_t, ArchiveDeleter>;

void add(zip_t* archive, const ArchiveEntry& entry) {
  zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
  if (source == nullptr) fail(zip_strerror(archive));
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail(zip_strerror(archive));
  }
  const auto position = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = entry.compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  if (zip_set_file_compression(archive, position, method, entry.compress ? 9 : 0) < 0 ||
      zip_file_set_dostime(archive, position, dos_time, dos_date, 0) < 0)
    fail(zip_strerror(archive));
}

std::string contents(zip_source_t* source) {
  zip_stat_t facts;
  if (zip_source_stat(source, &facts) < 0 || zip_source_open(source) < 0)
    fail(zip_error_strerror(zip_source_error(source)));
  std::string bytes(facts.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got != static_cast<zip_int64_t>(bytes.size())) fail("it cannot be read back");
  return bytes;
}

}  // namespace

std::string pack(const std::vector<ArchiveEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const Source whole(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!whole) fail(zip_error_strerror(&error));
  zip_source_keep(whole.get());  // the archive takes one reference, and the bytes are read through the other
  Archive archive(zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(whole.get());
    fail(zip_error_strerror(&error));
  }
  for (const ArchiveEntry& entry : entries) add(archive.get(), entry);
  if (zip_close(archive.get()) < 0) fail(zip_strerror(archive.get()));
  archive.release();  // closing freed it
  return contents(whole.get());
}

}  // namespace handbill::epub
