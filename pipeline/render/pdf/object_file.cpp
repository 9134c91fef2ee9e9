#include "render/pdf/object_file.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_encrypt.h>
#include <libdeflate.h>

#include <iterator>
#include <memory>

#include "core/files.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {
namespace {

constexpr int level = 6;  // of 12; what is above takes three times as long for three hundredths of the size

// A reader that wants one object unpacks all of its stream. Deflate looks back 32 kB, so more gains little.
constexpr std::size_t pack_size = 64 * 1024;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

std::string digest(std::string_view bytes) {
  HPDF_MD5_CTX context;
  HPDF_MD5Init(&context);
  HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(bytes.data()), static_cast<HPDF_UINT32>(bytes.size()));
  HPDF_BYTE sum[16];
  HPDF_MD5Final(sum, &context);
  return {reinterpret_cast<const char*>(sum), sizeof sum};
}

}  // namespace

std::string deflated(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(libdeflate_alloc_compressor(level));
  if (!compressor) throw MachineError("There is not enough memory to write a PDF file.");
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

ObjectFile::ObjectFile(std::uint32_t count, bool compress)
    : compress_(compress),
      // The second line tells programs that move files that these are not text.
      bytes_("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"),
      entries_(count + 1) {}

/// The object begins here.
void ObjectFile::start(std::uint32_t number) {
  entries_[number] = {Entry::Kind::offset, static_cast<std::uint32_t>(bytes_.size()), 0};
  fmt::format_to(std::back_inserter(bytes_), "{} 0 obj\n", number);
}

void ObjectFile::add(std::uint32_t number, std::string_view value) {
  if (!compress_) {
    start(number);
    bytes_ += value;
    bytes_ += "\nendobj\n";
    return;
  }
  if (pack_.values.size() + value.size() > pack_size) write_pack();
  const auto in = static_cast<std::uint32_t>(entries_.size());  // the number that write_pack() will give it
  entries_[number] = {Entry::Kind::packed, in, pack_.count++};
  fmt::format_to(std::back_inserter(pack_.numbers), "{} {} ", number, pack_.values.size());
  pack_.values += value;
  pack_.values += '\n';
}

void ObjectFile::add(std::uint32_t number, const Stream& stream) {
  start(number);
  std::string made;
  std::string_view bytes = stream.bytes;
  bytes_ += "<<\n";
  bytes_ += stream.entries;
  if (compress_ && !stream.encoded && !bytes.empty()) {
    made = deflated(bytes);
    bytes = made;
    bytes_ += "/Filter /FlateDecode\n";
  }
  fmt::format_to(std::back_inserter(bytes_), "/Length {}\n>>\nstream\n", bytes.size());
  bytes_ += bytes;
  bytes_ += "\nendstream\nendobj\n";
}

void ObjectFile::write_pack() {
  if (pack_.count == 0) return;
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.emplace_back();
  const std::string entries = fmt::format("/Type /ObjStm\n/N {}\n/First {}\n", pack_.count, pack_.numbers.size());
  add(number, {.entries = entries, .bytes = pack_.numbers + pack_.values});
  pack_ = {};
}

/// The rows of the cross-reference stream, each as what it is more than the one above it: PNG's filter "Up", which
/// makes them compress well.
std::string ObjectFile::table(std::uint32_t number) const {
  std::string out;
  std::uint8_t above[7] = {};
  for (std::uint32_t i = 0; i <= number; ++i) {
    const Entry& entry = entries_[i];
    const std::uint16_t last = i == 0 ? 0xFFFF : entry.index;
    const std::uint8_t row[7] = {static_cast<std::uint8_t>(entry.kind),
                                 static_cast<std::uint8_t>(entry.place >> 24),
                                 static_cast<std::uint8_t>(entry.place >> 16),
                                 static_cast<std::uint8_t>(entry.place >> 8),
                                 static_cast<std::uint8_t>(entry.place),
                                 static_cast<std::uint8_t>(last >> 8),
                                 static_cast<std::uint8_t>(last)};
    out += '\2';
    for (std::size_t column = 0; column < sizeof row; ++column) {
      out += static_cast<char>(row[column] - above[column]);
      above[column] = row[column];
    }
  }
  return out;
}

std::string ObjectFile::finish(const Trailer& trailer) {
  write_pack();
  const std::string identifier = hex_string(digest(bytes_));
  const std::size_t at = bytes_.size();
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({Entry::Kind::offset, static_cast<std::uint32_t>(at), 0});
  const std::string rows = table(number);
  const std::string entries = fmt::format(
      "/Type /XRef\n/Size {}\n/W [1 4 2]\n/Root {}\n/Info {}\n/ID [{}{}]\n"
      "/Filter /FlateDecode\n/DecodeParms <</Predictor 12 /Columns 7>>\n",
      number + 1, trailer.root, trailer.information, identifier, identifier);
  add(number, {.entries = entries, .bytes = deflated(rows), .encoded = true});
  bytes_ += fmt::format("startxref\n{}\n%%EOF\n", at);
  return std::move(bytes_);
}

}  // namespace handbill::pdf
