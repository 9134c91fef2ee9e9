#include "translation/locale_layout.h"

#include <algorithm>
#include <utility>

#include "translation/yaml_extent.h"

namespace handbill {
namespace {

/// Thrown inside this file: the way out of every loop at once.
struct Unchangeable {
  Diagnostic diagnostic;
};

[[noreturn]] void refuse(const Place& place, std::string message, std::string hint) {
  throw Unchangeable{{Severity::error, place, "layout", std::move(message), {std::move(hint)}}};
}

/// Turns places back into offsets.
class Offsets {
 public:
  explicit Offsets(std::string_view text) : text_(text) {
    lines_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      lines_.push_back(at + 1);
  }

  std::size_t of(const Place& place) const {
    std::size_t at = lines_.at(place.line - 1);
    for (std::uint32_t column = 1; column < place.column && at < text_.size(); ++column) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_;
};

bool is_blank_or_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\n");
  return first == std::string_view::npos || line[first] == '#';
}

class Surveyor {
 public:
  Surveyor(std::string_view text, const yaml::Node& root) : text_(text), root_(root), offsets_(text) {}

  LocaleLayout run() {
    if (at(offsets_.of(root_.place)) == '{')
      refuse(root_.place, "the whole file stands in braces", "write every key on a line of its own");
    LocaleLayout layout;
    for (std::size_t index = 0; index < root_.entries.size(); ++index) {
      const yaml::Entry& entry = root_.entries[index];
      layout.fields.push_back(field_of(entry, 0, false));
      if (entry.key == "units") layout.units = list_of(entry, layout.fields.back(), end_of_section(index));
      if (entry.key == "obsolete") layout.obsolete = list_of(entry, layout.fields.back(), end_of_section(index));
    }
    return layout;
  }

 private:
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  std::size_t end_of_section(std::size_t index) const {
    if (index + 1 == root_.entries.size()) return text_.size();
    return line_start(text_, offsets_.of(root_.entries[index + 1].key_place));
  }

  FieldLayout field_of(const yaml::Entry& entry, std::size_t column, bool flow) const {
    FieldLayout field{entry.key, offsets_.of(entry.key_place), {}};
    const std::size_t colon = end_of_key(text_, field.begin);
    field.value = {colon, colon};
    if (entry.value.kind == yaml::Kind::null) return field;
    // A list or map inside is left alone: only where it begins matters.
    const std::size_t begin = start_of_value(text_, colon);
    field.value = {begin, begin};
    if (entry.value.kind == yaml::Kind::scalar) field.value.end = end_of_scalar(text_, begin, column, flow);
    return field;
  }

  ListLayout list_of(const yaml::Entry& entry, const FieldLayout& field, std::size_t section_end) const {
    ListLayout list{field, line_start(text_, field.begin), {}, {}};
    const std::size_t below = line_end(text_, field.value.end);
    list.body = {below, below};
    const auto& items = entry.value.items;
    const bool brackets = entry.value.kind == yaml::Kind::sequence && at(field.value.begin) == '[';
    if (brackets && !items.empty())
      refuse(entry.value.place, "the list stands in brackets", "start every unit on a line of its own with \"- \"");
    if (brackets) {
      list.field.value.end = text_.find(']', field.value.begin) + 1;
      list.body.begin = list.body.end = line_end(text_, list.field.value.end);
    }
    if (items.empty()) return list;
    for (const yaml::Node& item : items) list.items.push_back(item_of(item));
    mark_ends(list, line_end(text_, field.begin), section_end);
    return list;
  }

  ItemLayout item_of(const yaml::Node& node) const {
    ItemLayout item;
    const std::size_t start = offsets_.of(node.place);
    item.begin = line_of_dash(node.place, start);
    item.dash = text_.find('-', item.begin) - item.begin;
    item.flow = at(start) == '{';
    item.keys = start - line_start(text_, start);
    for (const yaml::Entry& entry : node.entries) item.fields.push_back(field_of(entry, item.keys, item.flow));
    return item;
  }

  /// The dash stands before the first key, or alone on a line above it.
  std::size_t line_of_dash(const Place& place, std::size_t start) const {
    std::size_t line = line_start(text_, start);
    std::string_view before = text_.substr(line, start - line);
    for (;;) {
      const std::size_t first = before.find_first_not_of(' ');
      if (first != std::string_view::npos && before[first] == '-') {
        const std::string_view behind = before.substr(first + 1);
        if (is_blank_or_comment(behind)) return line;
      }
      const bool passed = first == std::string_view::npos || is_blank_or_comment(before);
      if (!passed || line == 0) refuse(place, "there is no line that begins with a dash here", "begin it with \"- \"");
      const std::size_t above = line_start(text_, line - 1);
      before = text_.substr(above, line - above);
      line = above;
    }
  }

  /// An item ends where the next one's comments begin.
  void mark_ends(ListLayout& list, std::size_t below_key, std::size_t section_end) const {
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      ItemLayout& item = list.items[index];
      item.lead = index == 0 ? below_key : list.items[index - 1].end;
      const bool last = index + 1 == list.items.size();
      item.end = without_trivia(item, last ? section_end : list.items[index + 1].begin);
    }
    list.body = {list.items.front().lead, list.items.back().end};
  }

  /// Goes up from `end` over blank lines and over comments that are not indented deeper than the item's dash.
  std::size_t without_trivia(const ItemLayout& item, std::size_t end) const {
    std::size_t least = line_end(text_, item.begin);
    for (const FieldLayout& field : item.fields) least = std::max(least, line_end(text_, field.value.end));
    while (end > least) {
      const std::size_t line = line_start(text_, end - 1);
      const std::string_view content = text_.substr(line, end - line);
      const std::size_t first = content.find_first_not_of(" \n");
      const bool marker = content.starts_with("...") || content.starts_with("---");
      const bool above = is_blank_or_comment(content) && (first == std::string_view::npos || first <= item.dash);
      if (!above && !marker) break;
      end = line;
    }
    return end;
  }

  std::string_view text_;
  const yaml::Node& root_;
  Offsets offsets_;
};

const FieldLayout* find_field(const std::vector<FieldLayout>& fields, std::string_view key) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldLayout& one) { return one.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace

const FieldLayout* ItemLayout::find(std::string_view key) const {
  return find_field(fields, key);
}

const FieldLayout* LocaleLayout::find(std::string_view key) const {
  return find_field(fields, key);
}

Result<std::optional<LocaleLayout>> lay_out(std::string_view text, const yaml::Node& root) {
  try {
    return {Surveyor(text, root).run(), {}};
  } catch (Unchangeable& reason) {
    return {std::nullopt, {std::move(reason.diagnostic)}};
  }
}

}  // namespace handbill
