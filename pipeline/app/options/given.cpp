#include "app/options/given.h"

#include <charconv>
#include <sstream>

namespace handbill {

using Words = std::vector<std::string>;

std::optional<std::string> Given::text(const char* name) const {
  if (values_.count(name) == 0) return std::nullopt;
  return values_[name].as<std::string>();
}

Words Given::texts(const char* name) const {
  return values_.count(name) == 0 ? Words() : values_[name].as<Words>();
}

Words Given::list(const char* name) const {
  Words words;
  for (const std::string& given : texts(name)) {
    std::istringstream stream(given);
    for (std::string word; std::getline(stream, word, ',');)
      if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::optional<std::size_t> Given::number(const char* name, std::size_t least, std::size_t most) {
  const auto given = text(name);
  if (!given) return std::nullopt;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), value);
  const bool whole = error == std::errc() && end == given->data() + given->size();
  if (whole && value >= least && value <= most) return value;
  wrong_.push_back(misuse(fmt::format("--{} must be a number from {} to {}, not \"{}\"", name, least, most, *given)));
  return std::nullopt;
}

}  // namespace handbill
