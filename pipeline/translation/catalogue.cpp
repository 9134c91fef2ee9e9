#include "translation/catalogue.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "core/unicode.h"
#include "core/yaml.h"
#include "translation/folded_text.h"

namespace handbill {
namespace {

Diagnostic fault(const Place& place, std::string code, std::string message, std::string hint) {
  Diagnostic diagnostic{Severity::error, place, std::move(code), std::move(message), {}};
  if (!hint.empty()) diagnostic.hints.push_back(std::move(hint));
  return diagnostic;
}

/// Reads one item of `units:` or `obsolete:`.
class EntryReader {
 public:
  EntryReader(const yaml::Node& node, Diagnostics& found)
      : node_(node), mapping_(node, name_of_entry(node), found), found_(found) {}

  /// Nothing for an entry that cannot be used; that has been reported.
  std::optional<CatalogueEntry> run() {
    if (node_.kind != yaml::Kind::mapping && node_.kind != yaml::Kind::null) return std::nullopt;
    CatalogueEntry entry;
    entry.place = node_.place;
    entry.id = fold_text(mapping_.text("id").value_or(""));
    entry.source = fold_text(mapping_.text("source").value_or(""));
    const std::string target = mapping_.text("target").value_or("");
    entry.target = trim_text(target);
    entry.spaced = is_spaced(target, entry.target);
    entry.note = trim_text(mapping_.text("note").value_or(""));
    entry.stale = read_stale(entry.source);
    entry.target_place = entry.target.empty() ? node_.place : mapping_.place_of("target");
    mapping_.reject_unknown_keys();
    if (!entry.source.empty()) return entry;
    found_.push_back(fault(node_.place, "missing-source", name_of_entry(node_) + " has no source text",
                           "copy the sentence that is translated here to \"source:\""));
    return std::nullopt;
  }

 private:
  static std::string name_of_entry(const yaml::Node& node) {
    const auto* const id = node.find("id");
    const bool named = id != nullptr && id->kind == yaml::Kind::scalar && !id->scalar.empty();
    return named ? fmt::format("unit \"{}\"", fold_text(id->scalar)) : "a unit";
  }

  // A block ends with a line feed of its own.
  static bool is_spaced(const std::string& written, const std::string& trimmed) {
    if (trimmed.empty()) return false;
    const std::size_t last = written.find_last_not_of('\n');
    return written.front() != trimmed.front() || written.substr(0, last + 1).size() != trimmed.size();
  }

  // People clear the mark in every way there is: an empty text, "no", or by making it what the source now says.
  std::optional<std::string> read_stale(const std::string& source) {
    const auto* const node = mapping_.node("stale");
    const auto text = mapping_.text("stale");
    if (!text) return std::nullopt;
    auto earlier = fold_text(*text);
    if (earlier.empty() || earlier == source) return std::nullopt;
    if (node->quoted) return earlier;
    if (earlier == "false" || earlier == "no") return std::nullopt;
    if (earlier == "true" || earlier == "yes") return std::string();
    return earlier;
  }

  const yaml::Node& node_;
  yaml::MappingReader mapping_;
  Diagnostics& found_;
};

class CatalogueReader {
 public:
  CatalogueReader(const yaml::Node& root, Catalogue& catalogue, Diagnostics& found)
      : root_(root), mapping_(root, "a locale file", found), catalogue_(catalogue), found_(found) {}

  void run() {
    if (!is_meant()) return;
    catalogue_.source_revision = fold_text(mapping_.text("source-revision").value_or(""));
    const auto* const units = root_.find("units");
    if (units == nullptr)
      found_.push_back(fault(root_.place, "catalogue", "the locale file has no \"units:\"",
                             "list its translations under \"units:\""));
    else
      read_units(*units);
    if (const auto* const obsolete = mapping_.node("obsolete"))
      catalogue_.obsolete = read_entries(*obsolete, "obsolete");
    mapping_.node("units");
    mapping_.reject_unknown_keys();
  }

 private:
  bool is_meant() {
    const auto document = mapping_.text("document");
    const auto locale = mapping_.text("locale");
    bool meant = true;
    if (document && *document != catalogue_.document) {
      meant = false;
      found_.push_back(
          fault(mapping_.place_of("document"), "other-document",
                fmt::format("this locale file is for \"{}\", not for \"{}\"", *document, catalogue_.document),
                fmt::format("write \"document: {}\", or give the file its document's name", catalogue_.document)));
    }
    if (locale && Language::parse(*locale) != catalogue_.locale) {
      meant = false;
      found_.push_back(fault(
          mapping_.place_of("locale"), "other-locale",
          fmt::format("this locale file is for \"{}\", not for \"{}\"", *locale, catalogue_.locale.tag()),
          fmt::format("write \"locale: {}\", or move the file to the folder of its locale", catalogue_.locale.tag())));
    }
    return meant;
  }

  void read_units(const yaml::Node& units) {
    std::map<std::pair<std::string, std::string>, Place> seen;
    for (auto& entry : read_entries(units, "units")) {
      const auto [first, fresh] = seen.emplace(std::pair(entry.id, entry.source), entry.place);
      if (fresh) {
        catalogue_.entries.push_back(std::move(entry));
        continue;
      }
      const auto name = entry.id.empty() ? std::string("this unit") : fmt::format("unit \"{}\"", entry.id);
      found_.push_back(fault(entry.place, "duplicate-unit", name + " is translated twice",
                             fmt::format("keep one: the first is at line {}", first->second.line)));
    }
  }

  std::vector<CatalogueEntry> read_entries(const yaml::Node& list, std::string_view key) {
    std::vector<CatalogueEntry> entries;
    if (list.kind == yaml::Kind::null) return entries;
    if (list.kind != yaml::Kind::sequence) {
      found_.push_back(fault(list.place, "catalogue",
                             fmt::format("\"{}:\" must be a list of units, not {}", key, yaml::name_of(list.kind)),
                             "start every unit with \"- \""));
      return entries;
    }
    for (const auto& item : list.items)
      if (auto entry = EntryReader(item, found_).run()) entries.push_back(std::move(*entry));
    return entries;
  }

  const yaml::Node& root_;
  yaml::MappingReader mapping_;
  Catalogue& catalogue_;
  Diagnostics& found_;
};

// A quoted text starts after its quotation mark; YAML's place for it is the mark.
class FirstCharacters {
 public:
  explicit FirstCharacters(std::string_view text) : text_(text) {
    lines_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      lines_.push_back(at + 1);
  }

  void correct(CatalogueEntry& entry) const {
    if (entry.target.empty() || entry.target_place.line == 0) return;
    const char written = character_at(entry.target_place);
    const bool quoted = written == '"' || written == '\'';
    // A block's first character is its text's own.
    if (quoted && entry.target.front() != written) ++entry.target_place.column;
  }

 private:
  char character_at(const Place& place) const {
    std::size_t at = lines_.at(place.line - 1);
    for (std::uint32_t column = 1; column < place.column && at < text_.size(); ++column) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at < text_.size() ? text_[at] : '\0';
  }

  std::string_view text_;
  std::vector<std::size_t> lines_;
};

}  // namespace

Result<Catalogue> parse_catalogue(std::string bytes, const Place& file, std::string_view document,
                                  const Language& locale) {
  Result<Catalogue> result{{std::string(document), locale, file, {}, {}, {}}, {}};
  const auto text = take(clean_text(std::move(bytes), file), result.diagnostics);
  if (!text) return result;
  const auto root = take(yaml::parse(*text, file.at(1, 1)), result.diagnostics);
  if (root) result.value = take(read_catalogue({*text, *root, file, document, locale}), result.diagnostics);
  return result;
}

Result<Catalogue> read_catalogue(const ParsedCatalogue& parsed) {
  Result<Catalogue> result{{std::string(parsed.document), parsed.locale, parsed.file, {}, {}, {}}, {}};
  const yaml::Node& root = parsed.root;
  if (root.kind != yaml::Kind::mapping) {
    result.diagnostics.push_back(fault(root.place, "catalogue",
                                       fmt::format("a locale file is a map with \"document:\", \"locale:\" and "
                                                   "\"units:\", but here is {}",
                                                   yaml::name_of(root.kind)),
                                       "start from another locale's file"));
    return result;
  }
  CatalogueReader(root, result.value, result.diagnostics).run();
  const FirstCharacters first_characters(parsed.text);
  for (auto& entry : result.value.entries) first_characters.correct(entry);
  return result;
}

}  // namespace handbill
