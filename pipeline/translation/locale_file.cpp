#include "translation/locale_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/unicode.h"
#include "core/yaml_write.h"
#include "translation/folded_text.h"
#include "translation/locale_list.h"
#include "translation/yaml_extent.h"

namespace handbill {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string heading(const std::string& document, const Language& locale) {
  return fmt::format("document: {}\nlocale: {}\nunits:\n", yaml::scalar(document), yaml::scalar(locale.tag()));
}

/// The marks at its beginning and the line endings of the file that `text` was read from.
std::string as_written(const std::string& text, std::string_view original) {
  std::string out(original.starts_with(byte_order_mark) ? byte_order_mark : std::string_view());
  const std::size_t feed = original.find('\n');
  const bool carriage = feed != std::string_view::npos && feed > 0 && original[feed - 1] == '\r';
  for (const char c : text) out += c == '\n' && carriage ? std::string("\r\n") : std::string(1, c);
  return out;
}

bool has_comment(std::string_view text, const ItemLayout& item) {
  const auto holds = [&](std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin).find('#') != std::string_view::npos;
  };
  std::size_t done = item.lead;
  for (const FieldLayout& field : item.fields) {
    if (holds(done, field.begin)) return true;
    done = field.value.end;
  }
  return holds(done, item.end);
}

struct Replacement {
  Stretch where;
  std::string text;
};

std::string replaced(std::string_view text, std::vector<Replacement> replacements) {
  std::stable_sort(replacements.begin(), replacements.end(),
                   [](const Replacement& a, const Replacement& b) { return a.where.begin < b.where.begin; });
  std::string out;
  std::size_t done = 0;
  for (const Replacement& one : replacements) {
    out += text.substr(done, one.where.begin - done);
    out += one.text;
    done = one.where.end;
  }
  return out + std::string(text.substr(done));
}

/// `units: []` and the like give way to items.
void open_list(const ListLayout& list, std::string_view text, std::vector<Replacement>& out) {
  const std::size_t colon = end_of_key(text, list.field.begin);
  if (list.items.empty() && list.field.value.end > colon) out.push_back({{colon, list.field.value.end}, {}});
}

Replacement revision_line(const LocaleLayout& layout, std::string_view text, const std::string& revision) {
  const std::string line = fmt::format("source-revision: {}\n", yaml::scalar(revision));
  if (const FieldLayout* old = layout.find("source-revision")) {
    const std::string space = old->value.begin == old->value.end ? " " : "";
    return {old->value, space + yaml::scalar(revision)};
  }
  for (const char* key : {"locale", "document"}) {
    if (const FieldLayout* field = layout.find(key)) {
      const std::size_t at = line_end(text, field->value.end);
      return {{at, at}, line};
    }
  }
  const std::size_t at = layout.units->key_line;
  return {{at, at}, line};
}

std::optional<std::string> stale_after(const CatalogueEntry& old, const UnitChange& change) {
  if (change.stale_unknown) return std::string();
  if (!change.stale) return old.stale;
  if (change.stale->empty()) return std::nullopt;
  return fold_text(*change.stale);
}

/// What a planned unit must read as.
bool reads_as(const CatalogueEntry& now, const PlannedUnit& planned, const Catalogue& before) {
  CatalogueEntry old;
  if (planned.origin == PlannedUnit::Origin::units) old = before.entries.at(planned.index);
  if (planned.origin == PlannedUnit::Origin::obsolete) old = before.obsolete.at(planned.index);
  const UnitChange& change = planned.change;
  return now.id == fold_text(change.id.value_or(old.id)) &&
         now.source == fold_text(change.source.value_or(old.source)) &&
         now.target == trim_text(change.target.value_or(old.target)) &&
         now.note == trim_text(change.note.value_or(old.note)) && now.stale == stale_after(old, change);
}

bool read_as(const std::vector<CatalogueEntry>& now, const std::vector<PlannedUnit>& planned, const Catalogue& before) {
  return std::equal(
      now.begin(), now.end(), planned.begin(), planned.end(),
      [&](const CatalogueEntry& entry, const PlannedUnit& unit) { return reads_as(entry, unit, before); });
}

bool is_kept(const std::vector<PlannedUnit>& planned, std::size_t size, PlannedUnit::Origin origin) {
  if (planned.size() != size) return false;
  for (std::size_t index = 0; index < size; ++index) {
    const PlannedUnit& unit = planned[index];
    if (unit.origin != origin || unit.index != index || unit.change.any()) return false;
  }
  return true;
}

}  // namespace

LocaleFile LocaleFile::create(const Place& file, const std::string& document, const Language& locale) {
  Diagnostics none;
  auto made = take(parse(heading(document, locale), file, document, locale), none);
  if (!made) internal_error("a new locale file cannot be read");
  made->bytes_.clear();
  return std::move(*made);
}

Result<std::optional<LocaleFile>> LocaleFile::parse(std::string bytes, const Place& file, const std::string& document,
                                                    const Language& locale) {
  Result<std::optional<LocaleFile>> result;
  LocaleFile made;
  made.bytes_ = bytes;
  auto text = take(clean_text(std::move(bytes), file), result.diagnostics);
  if (!text) return result;
  made.text_ = std::move(*text);
  if (!made.text_.empty() && made.text_.back() != '\n') made.text_ += '\n';
  auto root = take(yaml::parse(made.text_, file.at(1, 1)), result.diagnostics);
  if (root && root->kind == yaml::Kind::null) {
    made.text_ += heading(document, locale);
    root = take(yaml::parse(made.text_, file.at(1, 1)), result.diagnostics);
  }
  if (!root) return result;
  made.catalogue_ = take(read_catalogue({made.text_, *root, file, document, locale}), result.diagnostics);
  if (has_errors(result.diagnostics)) return result;
  auto layout = take(lay_out(made.text_, *root), result.diagnostics);
  if (!layout) return result;
  made.layout_ = std::move(*layout);
  result.value = std::move(made);
  return result;
}

bool LocaleFile::has_writing(std::size_t index) const {
  const CatalogueEntry& entry = catalogue_.entries.at(index);
  return !entry.target.empty() || !entry.note.empty() || has_comment(text_, layout_.units->items.at(index));
}

LocalePlan LocaleFile::as_it_is() const {
  LocalePlan plan;
  for (std::size_t index = 0; index < catalogue_.entries.size(); ++index)
    plan.units.push_back({PlannedUnit::Origin::units, index, {}});
  for (std::size_t index = 0; index < catalogue_.obsolete.size(); ++index)
    plan.obsolete.push_back({PlannedUnit::Origin::obsolete, index, {}});
  return plan;
}

std::string LocaleFile::rewritten(const LocalePlan& plan) const {
  std::vector<Replacement> replacements;
  if (plan.source_revision && *plan.source_revision != catalogue_.source_revision)
    replacements.push_back(revision_line(layout_, text_, *plan.source_revision));
  const ListLayout& units = *layout_.units;
  if (!is_kept(plan.units, catalogue_.entries.size(), PlannedUnit::Origin::units)) {
    open_list(units, text_, replacements);
    replacements.push_back({units.body, write_list({text_, layout_, &units}, plan.units)});
  }
  if (is_kept(plan.obsolete, catalogue_.obsolete.size(), PlannedUnit::Origin::obsolete))
    return replaced(text_, std::move(replacements));
  const ListLayout* obsolete = layout_.obsolete ? &*layout_.obsolete : nullptr;
  const std::string lines = write_list({text_, layout_, obsolete}, plan.obsolete);
  if (obsolete == nullptr) {
    replacements.push_back({{units.body.end, units.body.end}, "obsolete:\n" + lines});
  } else if (lines.empty() &&
             text_.substr(obsolete->key_line, obsolete->body.begin - obsolete->key_line) == "obsolete:\n") {
    replacements.push_back({{obsolete->key_line, obsolete->body.end}, {}});
  } else {
    open_list(*obsolete, text_, replacements);
    replacements.push_back({obsolete->body, lines});
  }
  return replaced(text_, std::move(replacements));
}

Result<std::optional<std::string>> LocaleFile::changed(const LocalePlan& plan) const {
  const bool revised = plan.source_revision && *plan.source_revision != catalogue_.source_revision;
  const bool kept = is_kept(plan.units, catalogue_.entries.size(), PlannedUnit::Origin::units) &&
                    is_kept(plan.obsolete, catalogue_.obsolete.size(), PlannedUnit::Origin::obsolete);
  if (kept && !revised) return {bytes_, {}};
  std::string text = rewritten(plan);
  const auto read = parse_catalogue(text, catalogue_.file, catalogue_.document, catalogue_.locale);
  const bool as_planned = !has_errors(read.diagnostics) && read_as(read.value.entries, plan.units, catalogue_) &&
                          read_as(read.value.obsolete, plan.obsolete, catalogue_);
  if (as_planned) return {as_written(text, bytes_), {}};
  return {std::nullopt,
          {{Severity::error,
            catalogue_.file,
            "layout",
            "the file is written in a way that cannot be changed without harm",
            {"write every unit as \"- id:\", \"source:\" and \"target:\" on lines of their own"}}}};
}

}  // namespace handbill
