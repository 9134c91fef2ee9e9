// A PDF file as bytes: its objects and the table that finds them (ISO 32000-1, 7.5).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/pdf/deflate.h"

namespace handbill::pdf {

/// How a file's streams are compressed: not at all, or on several threads.
struct Compression {
  bool on = true;
  std::size_t workers = 1;  ///< as for_each_index() takes them
};

/// Puts objects one after the other into a file. Objects that are not streams go into object streams, where they
/// compress well together, and a cross-reference stream finds them all. Without compression they stand in the file as
/// they are. The bytes do not depend on how many threads compress them.
class ObjectFile {
 public:
  /// Objects are numbered from 1 to `count`. `deflater` is borrowed.
  ObjectFile(std::uint32_t count, Compression compression, Deflater& deflater);

  /// Room for a file of about so many bytes.
  void reserve(std::size_t size) { bytes_.reserve(size); }

  void add(std::uint32_t number, std::string_view value);

  /// `entries` are the dictionary's without Length; they name a filter if the bytes are encoded already.
  struct Stream {
    std::string entries;
    std::string bytes;
    bool encoded = false;
    bool deflated = false;  ///< `bytes` have been deflated, which `entries` do not say
    bool has_to_be_deflated() const { return !encoded && !deflated && !bytes.empty(); }
  };
  void add(std::uint32_t number, Stream stream);

  /// What the cross-reference stream says of the document: two references.
  struct Trailer {
    std::string root;
    std::string information;
  };
  /// The finished file. Its identifier is a digest of all that stands in it. Numbers that were not added are free.
  std::string finish(const Trailer& trailer);

 private:
  /// Where an object is: at an offset in the file, or at an index in the object stream of a number.
  struct Entry {
    enum class Kind : std::uint8_t { free = 0, offset = 1, packed = 2 } kind = Kind::free;
    std::uint32_t place = 0;
    std::uint16_t index = 0;
  };
  /// The object stream that is being filled.
  struct Pack {
    std::string numbers;  ///< its header: pairs of object number and offset
    std::string values;
    std::uint16_t count = 0;
  };
  struct Waiting {
    std::uint32_t number = 0;
    Stream stream;
  };

  void start(std::uint32_t number);
  void write_pack();
  void write_waiting();
  void write(const Waiting& waiting);
  std::string table(std::uint32_t number) const;

  Compression compression_;
  Deflater& deflater_;
  std::string bytes_;
  std::vector<Entry> entries_;  ///< by object number
  Pack pack_;
  std::vector<Waiting> waiting_;  ///< streams to be compressed together, in the order they come in the file
  std::size_t waiting_bytes_ = 0;
  std::size_t work_ = 0;  ///< how many of them have to be compressed
};

}  // namespace handbill::pdf
