#include "core/json.h"

#include <fmt/format.h>

#include "core/diagnostic.h"

namespace handbill {
namespace {

std::string quoted(std::string_view utf8) {
  std::string out = "\"";
  for (const char character : utf8) {
    if (character == '"' || character == '\\')
      out += std::string{'\\', character};
    else if (character == '\n')
      out += "\\n";
    else if (character == '\t')
      out += "\\t";
    else
      out += character;
  }
  // printable() writes the other controls, and bidi controls, as \uXXXX, which is JSON's own way.
  return printable(out) + "\"";
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  begin_value();
  out_ += quoted(name) + ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view utf8) {
  begin_value();
  out_ += quoted(utf8);
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  begin_value();
  out_ += fmt::format("{}", value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  begin_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
  return *this;
}

void JsonWriter::begin_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  first_ = false;
  if (depth_ > 0) new_line();
}

void JsonWriter::new_line() {
  out_ += "\n" + std::string(2 * depth_, ' ');
}

}  // namespace handbill
