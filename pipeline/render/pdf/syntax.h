// PDF syntax: numbers, strings, names and dictionaries as text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace handbill::pdf {

/// Appends `value` rounded to a thousandth, without an exponent or trailing zeros. A thousandth of a point is a third
/// of a micrometre. Numbers past a million are a mistake of ours: no sheet is that large.
void append_number(std::string& out, double value);

/// `value` in thousandths, the only precision that reaches a file.
std::int64_t thousandths(double value);

/// Appends a whole number.
void append_integer(std::string& out, std::int64_t value);

/// Sixteen bits as four hex digits.
void append_hex(std::string& out, std::uint16_t value);

/// Sixteen bits as two bytes, the high one first.
void put_big_endian(char* bytes, std::uint16_t value);
std::uint16_t big_endian_at(const char* bytes);

std::string number(double value);
std::string numbers(std::initializer_list<double> values);  ///< [ … ]

/// A PDF text string: a literal where the text is ASCII, else UTF-16BE with its byte order mark in hex.
std::string text_string(std::string_view utf8);

/// A byte string: a literal where the bytes are ASCII, else in hex.
std::string byte_string(std::string_view bytes);
std::string hex_string(std::string_view bytes);

/// A name with its slash; what may not stand in a name is written as #xx.
std::string name(std::string_view value);

/// Entries of a dictionary, in the order they were added.
class Dictionary {
 public:
  /// `value` is PDF syntax already.
  Dictionary& add(std::string_view key, std::string_view value);
  Dictionary& add_name(std::string_view key, std::string_view value) { return add(key, name(value)); }
  Dictionary& add_text(std::string_view key, std::string_view utf8) { return add(key, text_string(utf8)); }
  Dictionary& add_number(std::string_view key, double value) { return add(key, number(value)); }
  Dictionary& add_flag(std::string_view key, bool value) { return add(key, value ? "true" : "false"); }

  const std::string& entries() const { return entries_; }
  std::string direct() const { return "<<\n" + entries_ + ">>"; }  ///< as a value inside another object

 private:
  std::string entries_;
};

}  // namespace handbill::pdf
