#include "render/pdf/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/decimal.h"
#include "core/diagnostic.h"
#include "core/unicode.h"

namespace handbill::pdf {
namespace {

constexpr double largest_number = 1'000'000;
constexpr char hex_digits[] = "0123456789ABCDEF";

void append_byte(std::string& out, unsigned byte) {
  out += hex_digits[byte >> 4 & 0xF];
  out += hex_digits[byte & 0xF];
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string literal(std::string_view ascii) {
  std::string out = "(";
  for (const char c : ascii) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

}  // namespace

std::int64_t thousandths(double value) {
  if (!(std::abs(value) <= largest_number)) internal_error("a number on a PDF page is out of range");
  return std::llround(value * 1000);
}

void append_number(std::string& out, double value) {
  append_decimal(out, value, 3);
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer{};
  out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

void append_hex(std::string& out, std::uint16_t value) {
  for (const int shift : {12, 8, 4, 0}) out += hex_digits[value >> shift & 0xF];
}

void put_big_endian(char* bytes, std::uint16_t value) {
  bytes[0] = static_cast<char>(value >> 8);
  bytes[1] = static_cast<char>(value & 0xFF);
}

std::uint16_t big_endian_at(const char* bytes) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  return static_cast<std::uint16_t>(byte(0) << 8 | byte(1));
}

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

std::string numbers(std::initializer_list<double> values) {
  std::string out = "[";
  for (const double value : values) {
    if (out.size() > 1) out += ' ';
    append_number(out, value);
  }
  return out + "]";
}

std::string hex_string(std::string_view bytes) {
  std::string out = "<";
  for (const char c : bytes) append_byte(out, static_cast<unsigned char>(c));
  return out + ">";
}

std::string byte_string(std::string_view bytes) {
  return is_plain_ascii(bytes) ? literal(bytes) : hex_string(bytes);
}

std::string text_string(std::string_view utf8) {
  if (is_plain_ascii(utf8)) return literal(utf8);
  std::string out = "<FEFF";
  for (const char16_t unit : to_utf16(utf8)) append_hex(out, unit);
  return out + ">";
}

std::string name(std::string_view value) {
  std::string out = "/";
  for (const char c : value) {
    const bool plain = c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += '#';
      append_byte(out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

Dictionary& Dictionary::add(std::string_view key, std::string_view value) {
  entries_ += name(key);
  entries_ += ' ';
  entries_ += value;
  entries_ += '\n';
  return *this;
}

}  // namespace handbill::pdf
