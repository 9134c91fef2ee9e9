#include "render/pdf/object_file.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_encrypt.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/parallel.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {
namespace {

// A reader that wants one object unpacks all of its stream. Deflate looks back 32 kB, so more gains little.
constexpr std::size_t pack_size = 64 * 1024;

// Streams are compressed when so much of them waits: enough to share out, too little to matter in memory. Work of less
// than the second is not worth a thread.
constexpr std::size_t waiting_size = 32 * pack_size;
constexpr std::size_t little = pack_size / 2;

std::string digest(std::string_view bytes) {
  HPDF_MD5_CTX context;
  HPDF_MD5Init(&context);
  HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(bytes.data()), static_cast<HPDF_UINT32>(bytes.size()));
  HPDF_BYTE sum[16];
  HPDF_MD5Final(sum, &context);
  return {reinterpret_cast<const char*>(sum), sizeof sum};
}

}  // namespace

ObjectFile::ObjectFile(std::uint32_t count, Compression compression, Deflater& deflater)
    : compression_(compression),
      deflater_(deflater),
      // The second line tells programs that move files that these are not text.
      bytes_("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"),
      entries_(count + 1) {}

/// The object begins here.
void ObjectFile::start(std::uint32_t number) {
  entries_[number] = {Entry::Kind::offset, static_cast<std::uint32_t>(bytes_.size()), 0};
  fmt::format_to(std::back_inserter(bytes_), "{} 0 obj\n", number);
}

void ObjectFile::add(std::uint32_t number, std::string_view value) {
  if (!compression_.on) {
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

void ObjectFile::add(std::uint32_t number, Stream stream) {
  waiting_bytes_ += stream.bytes.size();
  if (stream.has_to_be_deflated()) work_ += stream.bytes.size();
  waiting_.push_back({number, std::move(stream)});
  if (!compression_.on || waiting_bytes_ >= waiting_size) write_waiting();
}

void ObjectFile::write_pack() {
  if (pack_.count == 0) return;
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.emplace_back();
  std::string entries = fmt::format("/Type /ObjStm\n/N {}\n/First {}\n", pack_.count, pack_.numbers.size());
  add(number, {.entries = std::move(entries), .bytes = pack_.numbers + pack_.values});
  pack_.numbers.clear();
  pack_.values.clear();
  pack_.count = 0;
}

/// Compresses what waits, all at the same time, and writes it.
void ObjectFile::write_waiting() {
  if (compression_.on)
    for_each_index(waiting_.size(), work_ < little ? 1 : compression_.workers, [this](std::size_t i) {
      Stream& stream = waiting_[i].stream;
      if (!stream.has_to_be_deflated()) return;
      stream.bytes = deflater_.deflated(stream.bytes);
      stream.deflated = true;
    });
  for (const Waiting& one : waiting_) write(one);
  waiting_.clear();
  waiting_bytes_ = 0;
  work_ = 0;
}

void ObjectFile::write(const Waiting& waiting) {
  const Stream& stream = waiting.stream;
  start(waiting.number);
  bytes_ += "<<\n";
  bytes_ += stream.entries;
  if (stream.deflated) bytes_ += "/Filter /FlateDecode\n";
  fmt::format_to(std::back_inserter(bytes_), "/Length {}\n>>\nstream\n", stream.bytes.size());
  bytes_ += stream.bytes;
  bytes_ += "\nendstream\nendobj\n";
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
  write_waiting();
  const std::string identifier = hex_string(digest(bytes_));
  const std::size_t at = bytes_.size();
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({Entry::Kind::offset, static_cast<std::uint32_t>(at), 0});
  std::string entries = fmt::format(
      "/Type /XRef\n/Size {}\n/W [1 4 2]\n/Root {}\n/Info {}\n/ID [{}{}]\n"
      "/Filter /FlateDecode\n/DecodeParms <</Predictor 12 /Columns 7>>\n",
      number + 1, trailer.root, trailer.information, identifier, identifier);
  write({number, {.entries = std::move(entries), .bytes = deflater_.deflated(table(number)), .encoded = true}});
  bytes_ += fmt::format("startxref\n{}\n%%EOF\n", at);
  return std::move(bytes_);
}

}  // namespace handbill::pdf
