#include "render/epub/archive.h"

#include <libdeflate.h>
#include <minizip/zip.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <string_view>

#include "core/files.h"

namespace handbill::epub {
namespace {

constexpr uLong utf8_names = 1 << 11;     ///< APPNOTE.TXT 4.4.4, bit 11
constexpr uLong made_on_unix = 3 << 8;    ///< 4.4.2: of two bytes, the upper one
constexpr uLong made_by_version_2 = 20;   ///< the lower one: deflate needs 2.0
constexpr uLong ordinary_file = 0100644;  ///< readable for all, where an unpacking program asks
constexpr int deflate_level = 6;                  ///< of 12; smaller than zlib's best, in a third of its time

[[noreturn]] void fail() {
  throw MachineError("cannot pack an e-book in memory");
}

/// A file in memory, as minizip wants files: a table of C functions.
class Memory {
 public:
  zlib_filefunc64_def functions() {
    return {.zopen64_file = [](void* self, const void*, int) { return self; },
            .zread_file = [](void*, void*, void*, uLong) { return uLong{0}; },
            .zwrite_file = [](void* self, void*, const void* bytes, uLong size) { return of(self).write(bytes, size); },
            .ztell64_file = [](void* self, void*) { return ZPOS64_T{of(self).at_}; },
            .zseek64_file = [](void* self, void*, ZPOS64_T to, int origin) { return of(self).seek(to, origin); },
            .zclose_file = [](void*, void*) { return 0; },
            .zerror_file = [](void*, void*) { return 0; },
            .opaque = this};
  }

  std::string take() { return std::move(bytes_); }

 private:
  static Memory& of(void* self) { return *static_cast<Memory*>(self); }

  // No exception may pass through C.
  uLong write(const void* bytes, uLong size) noexcept {
    try {
      if (at_ + size > bytes_.size()) bytes_.resize(at_ + size);
    } catch (const std::bad_alloc&) {
      return 0;
    }
    std::copy_n(static_cast<const char*>(bytes), size, bytes_.begin() + static_cast<std::ptrdiff_t>(at_));
    at_ += size;
    return size;
  }

  long seek(ZPOS64_T to, int origin) {
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? at_
                                                                : bytes_.size();
    if (to > bytes_.size() - from) return -1;
    at_ = from + to;
    return 0;
  }

  std::string bytes_;
  std::size_t at_ = 0;
};

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

std::string deflated(libdeflate_compressor* compressor, std::string_view bytes) {
  std::string out(libdeflate_deflate_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_deflate_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

/// minizip writes what it is given ("raw"), and is told what it was.
void add(zipFile archive, libdeflate_compressor* compressor, const ArchiveEntry& entry) {
  const std::string made = entry.compress ? deflated(compressor, entry.bytes) : std::string();
  const std::string& written = entry.compress ? made : entry.bytes;
  if (written.size() > std::numeric_limits<unsigned>::max()) fail();
  // 1 January 1980, 0:00: where DOS time starts.
  zip_fileinfo about = {};
  about.tmz_date.tm_mday = 1;
  about.tmz_date.tm_year = 1980;
  about.external_fa = ordinary_file << 16;
  const int method = entry.compress ? Z_DEFLATED : 0;
  constexpr int raw = 1;
  const int opened = zipOpenNewFileInZip4_64(
      archive, entry.name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, method, Z_DEFAULT_COMPRESSION, raw,
      -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, made_on_unix | made_by_version_2, utf8_names, 0);
  if (opened != ZIP_OK) fail();
  const std::uint32_t sum = libdeflate_crc32(0, entry.bytes.data(), entry.bytes.size());
  if (zipWriteInFileInZip(archive, written.data(), static_cast<unsigned>(written.size())) != ZIP_OK ||
      zipCloseFileInZipRaw64(archive, entry.bytes.size(), sum) != ZIP_OK)
    fail();
}

struct Close {
  void operator()(void* archive) const { zipClose(archive, nullptr); }
};

}  // namespace

std::string pack(const std::vector<ArchiveEntry>& entries) {
  Memory memory;
  zlib_filefunc64_def functions = memory.functions();
  std::unique_ptr<void, Close> archive(zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions));
  const Compressor compressor(libdeflate_alloc_compressor(deflate_level));
  if (!archive || !compressor) fail();
  for (const ArchiveEntry& entry : entries) add(archive.get(), compressor.get(), entry);
  if (zipClose(archive.release(), nullptr) != ZIP_OK) fail();
  return memory.take();
}

}  // namespace handbill::epub
