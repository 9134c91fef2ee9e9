// YAML as an immutable tree in which every node knows its place.
//
// Read through yaml-cpp's event interface, because its own tree keeps no place for keys, accepts duplicate keys and
// expands aliases. Strangers write these files, so what they do not need is refused: anchors and aliases, tags,
// more than one document, keys that are not plain text, nesting deeper than 64. Duplicate keys are errors.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"

namespace handbill::yaml {

struct Entry;

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

std::string_view name_of(Kind kind);  ///< "nothing", "text", "a list", "a map"

struct Node {
  Kind kind = Kind::null;
  Place place;
  std::string scalar;          ///< Kind::scalar: the text, unescaped
  bool quoted = false;         ///< Kind::scalar: quoted or a block, so "true" and "12" in it are text
  std::vector<Node> items;     ///< Kind::sequence
  std::vector<Entry> entries;  ///< Kind::mapping, in the file's order

  const Node* find(std::string_view key) const;  ///< the value of `key`, null when absent or not a mapping
};

struct Entry {
  std::string key;
  Place key_place;
  Node value;
};

/// Parses one YAML document. `start` is the place of `text`'s first character: front matter starts at line 2 of its
/// file. Errors are reported as `yaml`, `yaml-duplicate-key`, `yaml-alias`, `yaml-nesting` (also for more nodes
/// than limits.h allows); then the value is absent. Empty text is a null node. Columns count code points.
Result<std::optional<Node>> parse(std::string_view text, const Place& start);

/// Reads a mapping's keys one by one and gathers what is wrong with them. Every getter reports a value of the wrong
/// kind (`wrong-type`) at its place and then answers as if it were absent.
class MappingReader {
 public:
  /// `what` names the mapping in messages: "edition \"flyer\"". A node that is no mapping is reported
  /// (`wrong-type`) and reads as empty; a null node reads as empty without a report.
  MappingReader(const Node& node, std::string what, Diagnostics& diagnostics);

  const Node* node(std::string_view key);
  std::optional<std::string> text(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  /// A list of texts; a single text is a list of one.
  std::optional<std::vector<std::string>> texts(std::string_view key);

  /// Reports every key that was not asked for (`unknown-key`), with the nearest one that was.
  void reject_unknown_keys();

  Place place_of(std::string_view key) const;  ///< the value's place, or the mapping's own when absent

 private:
  const Node* mapping_ = nullptr;
  Place place_;
  std::string what_;
  Diagnostics* diagnostics_;
  std::vector<std::string> asked_;
};

}  // namespace handbill::yaml
