#include "design/length_text.h"

#include <fmt/format.h>

#include <charconv>

namespace handbill {

std::optional<Length> parse_length(std::string_view text) {
  constexpr Length longest = 2000_pt;  // nothing on the largest paper is longer
  double value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc()) return std::nullopt;
  const std::string_view unit(parsed.ptr, static_cast<std::size_t>(text.data() + text.size() - parsed.ptr));
  std::optional<Length> length;
  if (unit == "pt") length = Length::points(value);
  if (unit == "mm") length = Length::millimetres(value);
  // Written so that what is no number at all fails, too.
  if (length && !(*length >= Length() && *length <= longest)) return std::nullopt;
  return length;
}

std::string millimetres(Length length) {
  return fmt::format("{:.3g} mm", length.mm());
}

std::optional<Length> read_length(yaml::MappingReader& reader, std::string_view key, Diagnostics& diagnostics) {
  const auto text = reader.text(key);
  if (!text) return std::nullopt;
  const auto length = parse_length(*text);
  if (!length)
    diagnostics.push_back({.severity = Severity::error,
                           .place = reader.place_of(key),
                           .code = "length",
                           .message = fmt::format("\"{}\" is no length", *text),
                           .hints = {"write a number and its unit, as in 12.5pt or 4mm"}});
  return length;
}

}  // namespace handbill
