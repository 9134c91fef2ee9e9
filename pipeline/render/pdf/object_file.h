// A PDF file as bytes: its objects and the table that finds them (ISO 32000-1, 7.5).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::pdf {

/// `bytes` in zlib's format, as FlateDecode reads it.
std::string deflated(std::string_view bytes);

/// Puts objects one after the other into a file. Objects that are not streams go into object streams, where they
/// compress well together, and a cross-reference stream finds them all. Without compression they stand in the file as
/// they are.
class ObjectFile {
 public:
  /// Objects are numbered from 1 to `count`.
  ObjectFile(std::uint32_t count, bool compress);

  void add(std::uint32_t number, std::string_view value);

  /// `entries` are the dictionary's without Length; they name a filter if the bytes are encoded already.
  struct Stream {
    std::string_view entries;
    std::string_view bytes;
    bool encoded = false;
  };
  void add(std::uint32_t number, const Stream& stream);

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

  void start(std::uint32_t number);
  void write_pack();
  std::string table(std::uint32_t number) const;

  bool compress_;
  std::string bytes_;
  std::vector<Entry> entries_;  ///< by object number
  Pack pack_;
};

}  // namespace handbill::pdf
