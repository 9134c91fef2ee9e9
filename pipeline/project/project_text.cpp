#include "project/project_text.h"

#include <algorithm>

#include "core/yaml.h"
#include "core/yaml_write.h"

namespace handbill {
namespace {

std::optional<std::vector<std::string>> locales_in(const yaml::Node& root) {
  const yaml::Node* list = root.find("locales");
  if (list == nullptr || list->kind != yaml::Kind::sequence || list->items.empty()) return std::nullopt;
  std::vector<std::string> tags;
  for (const yaml::Node& item : list->items) tags.push_back(item.scalar);
  return tags;
}

std::optional<yaml::Node> parse(const std::string& text) {
  return yaml::parse(text, Place::in_file("handbill.yaml").at(1, 1)).value;
}

/// Where a line begins, in bytes.
std::size_t start_of_line(const std::string& text, std::uint32_t line) {
  std::size_t at = 0;
  for (std::uint32_t one = 1; one < line; ++one) at = text.find('\n', at) + 1;
  return at;
}

/// The text with `tag` behind its last item, which begins at `place` and is a plain word.
std::string insert_behind(std::string text, const yaml::Node& last, const std::string& tag) {
  const std::size_t line = start_of_line(text, last.place.line);
  const std::size_t item = text.find(last.scalar, line);
  if (item == std::string::npos) return text;
  const std::string before = text.substr(line, item - line);
  const bool block = before.find_first_not_of(" -") == std::string::npos && before.find('-') != std::string::npos;
  const std::size_t quotes = last.quoted ? 1 : 0;
  if (!block) return text.insert(item + last.scalar.size() + quotes, ", " + tag);
  const std::string dash = before.substr(0, before.find_last_of('-') + 1);
  const std::size_t end = std::min(text.find('\n', item), text.size());
  return text.insert(end, "\n" + dash + " " + tag);
}

}  // namespace

std::optional<std::string> with_locale(const std::string& bytes, const Language& locale) {
  const auto root = parse(bytes);
  auto wanted = root ? locales_in(*root) : std::nullopt;
  if (!wanted) return std::nullopt;
  std::string text =
      insert_behind(bytes, root->find("locales")->items.back(), yaml::scalar(locale.tag(), yaml::Context::flow));
  wanted->push_back(locale.tag());
  // Read back: a file in which the word stood elsewhere on the line is left alone.
  const auto changed = parse(text);
  if (!changed || locales_in(*changed) != wanted) return std::nullopt;
  return text;
}

}  // namespace handbill
