// Where everything stands in a locale file's text, so that a program can change one thing and leave the rest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/yaml.h"

namespace handbill {

/// A stretch of a text, in bytes.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A key with its value. The value's stretch has its quotes, or all of a block; it is empty, behind the colon, when
/// there is no value.
struct FieldLayout {
  std::string key;
  std::size_t begin = 0;  ///< of the key
  Stretch value;
};

/// One "- " of a list: whole lines.
struct ItemLayout {
  std::size_t lead = 0;   ///< where the blank lines and comments above it begin; comments as far left as its dash
  std::size_t begin = 0;  ///< where the dash's line begins
  std::size_t end = 0;    ///< past its last line
  std::size_t dash = 0;   ///< the dash's column, from 0
  std::size_t keys = 0;   ///< the keys' column, from 0
  bool flow = false;      ///< {id: …, source: …}
  std::vector<FieldLayout> fields;

  const FieldLayout* find(std::string_view key) const;
};

struct ListLayout {
  FieldLayout field;
  std::size_t key_line = 0;  ///< where the line of the list's key begins
  Stretch body;  ///< the items with what stands between them; empty where items would go when there are none
  std::vector<ItemLayout> items;
};

struct LocaleLayout {
  std::vector<FieldLayout> fields;  ///< of the file itself: document, locale, …
  std::optional<ListLayout> units;
  std::optional<ListLayout> obsolete;

  const FieldLayout* find(std::string_view key) const;
};

/// `root` is what `text` was parsed to. Diagnostics: `layout` (the text is good YAML, but written in a way that this
/// program does not change: a list in brackets, an item without a line of its own); then there is no value.
Result<std::optional<LocaleLayout>> lay_out(std::string_view text, const yaml::Node& root);

}  // namespace handbill
