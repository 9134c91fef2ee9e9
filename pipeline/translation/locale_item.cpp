#include "translation/locale_item.h"

#include <algorithm>
#include <vector>

#include "core/yaml_write.h"
#include "translation/yaml_extent.h"

namespace handbill {
namespace {

constexpr std::size_t folded_width = 100;

struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

std::string spaces(std::size_t count) {
  return std::string(count, ' ');
}

/// Gathers the edits of one item, and makes them.
class Editor {
 public:
  Editor(std::string_view text, const ItemLayout& item) : text_(text), item_(item) {}

  std::string run(const UnitChange& change) {
    if (change.id) set("id", *change.id);
    if (change.source) set("source", *change.source);
    if (change.target) set("target", *change.target);
    if (change.note) set("note", *change.note);
    if (change.stale_unknown)
      set_written("stale", "true");
    else if (change.stale && change.stale->empty())
      remove("stale");
    else if (change.stale)
      set("stale", *change.stale);
    return applied();
  }

 private:
  yaml::Context context() const { return item_.flow ? yaml::Context::flow : yaml::Context::block; }

  /// `written` is YAML already.
  void set_written(std::string_view key, const std::string& written) {
    const FieldLayout* field = item_.find(key);
    if (field == nullptr) return insert_written(key, written);
    const bool absent = field->value.begin == field->value.end;
    edits_.push_back({field->value.begin, field->value.end, absent ? " " + written : written});
  }

  void set(std::string_view key, const std::string& value) {
    const FieldLayout* field = item_.find(key);
    if (field == nullptr) return insert_written(key, yaml::scalar(value, context()));
    const bool absent = field->value.begin == field->value.end;
    edits_.push_back({field->value.begin, field->value.end,
                      absent ? " " + yaml::scalar(value, context()) : in_style_of(*field, value)});
  }

  std::string in_style_of(const FieldLayout& field, const std::string& value) const {
    const char first = text_[field.value.begin];
    if (first == '"') return yaml::double_quoted(value);
    if (first == '\'' && yaml::may_be_single_quoted(value)) return yaml::single_quoted(value);
    const bool block = !item_.flow && (first == '|' || first == '>');
    if (block && !value.empty() && yaml::may_be_single_quoted(value)) return as_block(field, value);
    return yaml::scalar(value, context());
  }

  std::string as_block(const FieldLayout& field, const std::string& value) const {
    const std::string_view old = text_.substr(field.value.begin, field.value.end - field.value.begin);
    const std::size_t header_end = std::min(old.find('\n'), old.size());
    std::string header(old.substr(0, header_end));
    if (header.find_first_of("0123456789") != std::string::npos) header = old.front() == '|' ? "|-" : ">-";
    const std::size_t first_line = std::min(old.find_first_not_of('\n', header_end), old.size());
    const std::size_t first = old.find_first_not_of(' ', first_line);
    const std::size_t written = first == std::string_view::npos ? 0 : first - first_line;
    const std::size_t indent = written > item_.keys ? written : item_.keys + 2;
    if (old.front() == '|') return header + "\n" + spaces(indent) + value;
    return header + "\n" + yaml::folded_lines(value, indent, std::max(folded_width, indent + 1));
  }

  /// The id goes first, everything else behind what is there.
  void insert_written(std::string_view key, const std::string& written) {
    const std::string field = std::string(key) + ": " + written;
    if (key == "id") {
      const std::size_t at = item_.fields.front().begin;
      edits_.push_back({at, at, field + (item_.flow ? ", " : "\n" + spaces(item_.keys))});
      return;
    }
    const std::size_t last = item_.fields.back().value.end;
    const std::size_t at = item_.flow ? last : line_end(text_, last);
    edits_.push_back({at, at, item_.flow ? ", " + field : spaces(item_.keys) + field + "\n"});
  }

  void remove(std::string_view key) {
    const FieldLayout* field = item_.find(key);
    if (field == nullptr) return;
    std::size_t before = field->begin;
    while (before > item_.begin && (text_[before - 1] == ' ' || text_[before - 1] == '\n')) --before;
    if (item_.flow && text_[before - 1] == ',') {
      edits_.push_back({before - 1, field->value.end, {}});
    } else if (!item_.flow && field != &item_.fields.front()) {
      edits_.push_back({line_start(text_, field->begin), line_end(text_, field->value.end), {}});
    } else {
      // The first key holds the dash: it stays, and says nothing.
      edits_.push_back(
          {field->value.begin, field->value.end, field->value.begin == field->value.end ? " \"\"" : "\"\""});
    }
  }

  std::string applied() {
    std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string out;
    std::size_t done = item_.lead;
    for (const Edit& edit : edits_) {
      out += text_.substr(done, edit.begin - done);
      out += edit.text;
      done = edit.end;
    }
    return out + std::string(text_.substr(done, item_.end - done));
  }

  std::string_view text_;
  const ItemLayout& item_;
  std::vector<Edit> edits_;
};

}  // namespace

std::string changed_item(std::string_view text, const ItemLayout& item, const UnitChange& change) {
  return Editor(text, item).run(change);
}

std::string shifted(std::string_view lines, std::ptrdiff_t by) {
  if (by == 0) return std::string(lines);
  std::string out;
  for (std::size_t start = 0; start < lines.size();) {
    const std::size_t end = line_end(lines, start);
    std::string_view line = lines.substr(start, end - start);
    const bool blank = line.find_first_not_of(" \n") == std::string_view::npos;
    if (by > 0 && !blank) out += spaces(static_cast<std::size_t>(by));
    if (by < 0) line.remove_prefix(std::min({static_cast<std::size_t>(-by), line.find_first_not_of(' '), line.size()}));
    out += line;
    start = end;
  }
  return out;
}

std::string new_item(const UnitChange& unit, const ItemStyle& style) {
  const std::string indent = spaces(style.keys);
  std::string lines = spaces(style.dash) + "-" + spaces(style.keys - style.dash - 1);
  if (unit.id) lines += "id: " + yaml::scalar(*unit.id) + "\n" + indent;
  lines += "source: " + yaml::scalar(unit.source.value_or("")) + "\n";
  const std::string target = unit.target.value_or("");
  lines += indent + "target: " + (target.empty() ? "\"\"" : yaml::scalar(target)) + "\n";
  if (unit.note) lines += indent + "note: " + yaml::scalar(*unit.note) + "\n";
  if (unit.stale && !unit.stale->empty()) lines += indent + "stale: " + yaml::scalar(*unit.stale) + "\n";
  if (unit.stale_unknown) lines += indent + "stale: true\n";
  return lines;
}

}  // namespace handbill
