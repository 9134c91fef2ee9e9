#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/yaml.h"

namespace handbill::yaml {
namespace {

/// The whole of `text` as a number, or nothing.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool plain(const Node& node) {
  return node.kind == Kind::scalar && !node.quoted;
}

Diagnostic wrong_type(const Node& node, std::string_view key, std::string_view what, std::string_view wanted) {
  const std::string found =
      node.kind == Kind::scalar ? fmt::format("\"{}\"", node.scalar) : std::string(name_of(node.kind));
  return {Severity::error,
          node.place,
          "wrong-type",
          fmt::format("{} in {} must be {}, not {}", key, what, wanted, found),
          {}};
}

}  // namespace

MappingReader::MappingReader(const Node& node, std::string what, Diagnostics& diagnostics)
    : place_(node.place), what_(std::move(what)), diagnostics_(&diagnostics) {
  if (node.kind == Kind::mapping) mapping_ = &node;
  if (node.kind == Kind::scalar || node.kind == Kind::sequence) {
    diagnostics_->push_back({Severity::error,
                             node.place,
                             "wrong-type",
                             fmt::format("{} must be a map of names and values, not {}", what_, name_of(node.kind)),
                             {"write each value on a line of its own, as name: value"}});
  }
}

const Node* MappingReader::node(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const Node* found = mapping_ == nullptr ? nullptr : mapping_->find(key);
  return found == nullptr || found->kind == Kind::null ? nullptr : found;
}

std::optional<std::string> MappingReader::text(std::string_view key) {
  const Node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (found->kind == Kind::scalar) return found->scalar;
  diagnostics_->push_back(wrong_type(*found, key, what_, "text"));
  return std::nullopt;
}

std::optional<std::int64_t> MappingReader::integer(std::string_view key) {
  const Node* found = node(key);
  if (found == nullptr) return std::nullopt;
  const auto value = plain(*found) ? number_in<std::int64_t>(found->scalar) : std::nullopt;
  if (!value) diagnostics_->push_back(wrong_type(*found, key, what_, "a whole number"));
  return value;
}

std::optional<double> MappingReader::number(std::string_view key) {
  const Node* found = node(key);
  if (found == nullptr) return std::nullopt;
  auto value = plain(*found) ? number_in<double>(found->scalar) : std::nullopt;
  // from_chars reads "inf" and "nan", which are no use to anybody here.
  if (value && !(*value - *value == 0)) value.reset();
  if (!value) diagnostics_->push_back(wrong_type(*found, key, what_, "a number"));
  return value;
}

std::optional<bool> MappingReader::boolean(std::string_view key) {
  const Node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (plain(*found) && (found->scalar == "true" || found->scalar == "false")) return found->scalar == "true";
  diagnostics_->push_back(wrong_type(*found, key, what_, "true or false"));
  return std::nullopt;
}

std::optional<std::vector<std::string>> MappingReader::texts(std::string_view key) {
  const Node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (found->kind == Kind::scalar) return std::vector{found->scalar};
  if (found->kind != Kind::sequence) {
    diagnostics_->push_back(wrong_type(*found, key, what_, "a list of texts"));
    return std::nullopt;
  }
  std::vector<std::string> texts;
  for (const Node& item : found->items) {
    if (item.kind == Kind::scalar) {
      texts.push_back(item.scalar);
    } else {
      diagnostics_->push_back(wrong_type(item, fmt::format("each item of {}", key), what_, "text"));
    }
  }
  return texts;
}

void MappingReader::reject_unknown_keys() {
  if (mapping_ == nullptr) return;
  for (const Entry& entry : mapping_->entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    Diagnostic error{
        Severity::error, entry.key_place, "unknown-key", fmt::format("unknown key \"{}\" in {}", entry.key, what_), {}};
    const std::string meant = nearest(entry.key, asked_);
    if (!meant.empty()) error.hints.push_back(fmt::format("did you mean \"{}\"?", meant));
    diagnostics_->push_back(std::move(error));
  }
}

Place MappingReader::place_of(std::string_view key) const {
  const Node* found = mapping_ == nullptr ? nullptr : mapping_->find(key);
  return found == nullptr ? place_ : found->place;
}

}  // namespace handbill::yaml
