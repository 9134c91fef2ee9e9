#include "design/fit_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <vector>

#include "design/length_text.h"

namespace handbill {
namespace {

void report(Diagnostics& diagnostics, std::string code, const Place& place, std::string message, std::string hint) {
  diagnostics.push_back({.severity = Severity::error,
                         .place = place,
                         .code = std::move(code),
                         .message = std::move(message),
                         .hints = {std::move(hint)}});
}

/// Nothing when one of them is no number.
std::vector<double> numbers_of(const std::vector<std::string>& texts) {
  std::vector<double> numbers;
  for (const std::string& text : texts) {
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return {};
    numbers.push_back(value);
  }
  return numbers;
}

void read_range(yaml::MappingReader& reader, std::string_view key, Range& range, Diagnostics& diagnostics) {
  const auto texts = reader.texts(key);
  if (!texts) return;
  const auto numbers = numbers_of(*texts);
  if (numbers.size() == 2 && numbers[0] >= 0.25 && numbers[0] <= 1 && numbers[1] >= 1 && numbers[1] <= 4)
    range = {numbers[0], numbers[1]};
  else
    report(diagnostics, "length", reader.place_of(key),
           fmt::format("\"{}\" is no range to scale by", fmt::join(*texts, ", ")),
           "write the least, from 0.25 to 1, and the most, from 1 to 4, as in [0.8, 1.35]");
}

}  // namespace

void read_fit_limits(const yaml::Node& node, FitLimits& fit, Diagnostics& diagnostics) {
  yaml::MappingReader reader(node, "the fit", diagnostics);
  read_range(reader, "size", fit.size, diagnostics);
  read_range(reader, "leading", fit.leading, diagnostics);
  read_range(reader, "space", fit.space, diagnostics);
  if (const auto least = reader.number("picture")) {
    if (*least >= 0.1 && *least <= 1)
      fit.picture = *least;
    else
      report(diagnostics, "length", reader.place_of("picture"), fmt::format("{} of a picture cannot be left", *least),
             "choose from 0.1 to 1");
  }
  if (const auto smallest = read_length(reader, "smallest", diagnostics)) fit.smallest = *smallest;
  if (const auto rest = reader.text("rest")) {
    if (*rest == "between" || *rest == "below")
      fit.share_space = *rest == "between";
    else
      report(diagnostics, "unknown-value", reader.place_of("rest"), fmt::format("room cannot be left \"{}\"", *rest),
             "choose `between` (the blocks) or `below` (them)");
  }
  reader.reject_unknown_keys();
}

}  // namespace handbill
