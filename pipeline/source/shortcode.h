// Hugo's shortcodes, one at a time: {{< name key="value" >}}, {{% name %}}, {{< /name >}}, {{< name />}}.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbill {

struct Shortcode {
  enum class Kind { open, close, alone, comment };
  Kind kind = Kind::open;
  std::string name;
  std::vector<std::pair<std::string, std::string>> arguments;  ///< the key is empty for positional ones
  std::size_t length = 0;                                      ///< in bytes, with its brackets
  std::string comment;                                         ///< Kind::comment: what {{</* x */>}} shows: {{< x >}}

  const std::string* argument(std::string_view key) const;
};

/// Whether a shortcode, sound or not, starts at the start of `text`.
bool starts_shortcode(std::string_view text);

/// Reads the shortcode at the start of `text`; nothing when it is malformed.
std::optional<Shortcode> read_shortcode(std::string_view text);

}  // namespace handbill
