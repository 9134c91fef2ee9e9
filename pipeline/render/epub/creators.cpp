#include "render/epub/creators.h"

#include <algorithm>
#include <optional>

namespace handbill::epub {
namespace {

using yaml::Kind;
using yaml::Node;

/// The entry for a language, or for the nearest of its parents that has one.
const yaml::Entry* entry_for(const Node& map, std::optional<Language> language) {
  for (; language; language = language->parent())
    for (const yaml::Entry& entry : map.entries)
      if (Language::parse(entry.key) == language) return &entry;
  return nullptr;
}

bool is_name(const Node& node) {
  return node.kind == Kind::scalar && !node.scalar.empty();
}

std::optional<Creator> creator(const Node& node, const Language& language) {
  if (is_name(node)) return Creator{node.scalar, {}};
  if (node.kind != Kind::mapping || node.entries.empty()) return std::nullopt;
  const yaml::Entry* own = entry_for(node, language);
  if (own == nullptr) own = &node.entries.front();
  if (!is_name(own->value)) return std::nullopt;
  Creator creator{own->value.scalar, {}};
  for (const yaml::Entry& entry : node.entries) {
    const auto other = Language::parse(entry.key);
    if (&entry != own && other && is_name(entry.value) && entry.value.scalar != creator.name)
      creator.other_scripts.emplace_back(*other, entry.value.scalar);
  }
  return creator;
}

void add_persons(std::vector<Creator>& creators, const Node& node, const Language& language) {
  if (node.kind != Kind::sequence) {
    if (auto one = creator(node, language)) creators.push_back(std::move(*one));
    return;
  }
  for (const Node& item : node.items)
    if (auto one = creator(item, language)) creators.push_back(std::move(*one));
}

void add_names(std::vector<std::string>& names, const Node& node) {
  if (is_name(node)) names.push_back(node.scalar);
  for (const Node& item : node.items)
    if (is_name(item)) names.push_back(item.scalar);
}

}  // namespace

std::vector<Creator> authors(const Document& document) {
  std::vector<Creator> creators;
  for (const char* key : {"author", "authors"})
    if (const Node* node = document.front.all.find(key)) add_persons(creators, *node, document.language);
  return creators;
}

std::vector<std::string> translators(const Document& document) {
  std::vector<std::string> names;
  const Node* node = document.front.all.find("translator");
  if (node == nullptr) return names;
  if (node->kind != Kind::mapping) {
    add_names(names, *node);
    return names;
  }
  if (const yaml::Entry* entry = entry_for(*node, document.language)) add_names(names, entry->value);
  return names;
}

}  // namespace handbill::epub
