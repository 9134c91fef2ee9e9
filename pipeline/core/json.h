// JSON (RFC 8259), written as it comes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace handbill {

/// Writes one value, indented by two spaces, with a newline at the end. Text is UTF-8 and stays so, save for what JSON
/// must escape and what would steer a terminal. The caller sees to it that every key has its value and what begins
/// ends.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view utf8);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& boolean(bool value);

  std::string written() const { return out_ + "\n"; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void begin_value();
  void new_line();

  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true;       ///< nothing stands yet in the innermost object or array
  bool after_key_ = false;  ///< a key waits for its value
};

}  // namespace handbill
