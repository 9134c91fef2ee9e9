#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/unicode.h"
#include "document/markdown.h"
#include "translation/exchange/xliff.h"
#include "translation/exchange/xliff_codes.h"
#include "translation/folded_text.h"

namespace handbill {
namespace {

Diagnostic fault(const Place& place, std::string code, std::string message, std::string hint) {
  Diagnostic one{Severity::error, place, std::move(code), std::move(message), {}};
  if (!hint.empty()) one.hints.push_back(std::move(hint));
  return one;
}

/// Places of byte offsets, cheap when they are asked for in rising order: a whole file may be one line.
class Places {
 public:
  Places(std::string_view text, const Place& file) : text_(text), here_(file.at(1, 1)) {}

  Place at(std::ptrdiff_t offset) {
    const std::size_t wanted = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), text_.size());
    if (wanted < offset_) {
      offset_ = 0;
      here_ = here_.at(1, 1);
    }
    for (; offset_ < wanted; ++offset_) {
      const char c = text_[offset_];
      const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
      if (c == '\n')
        here_ = here_.at(here_.line + 1, 1);
      else if (!continues)
        ++here_.column;
    }
    return here_;
  }

  /// Of an element's first character, its <.
  Place of(pugi::xml_node node) { return at(node.offset_debug() - 1); }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Place here_;
};

/// Visits every unit, in whatever groups it stands, without recursion: files may be nested as deep as they like.
class Units final : public pugi::xml_tree_walker {
 public:
  explicit Units(std::string_view name) : name_(name) {}
  std::vector<pugi::xml_node> found;
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_element && local_name(node) == name_) found.push_back(node);
    return true;
  }

 private:
  std::string_view name_;
};

class XliffReader {
 public:
  XliffReader(const std::string& text, const Place& file) : text_(text), file_(file), places_(text, file) {}

  Result<std::optional<Catalogue>> run() {
    if (!load()) return {std::nullopt, std::move(found_)};
    Catalogue catalogue;
    catalogue.file = file_;
    const pugi::xml_node file = child_named(root_, "file");
    const char* const language = is_2_ ? root_.attribute("trgLang").value() : file.attribute("target-language").value();
    catalogue.locale = Language::parse(language).value_or(Language());
    catalogue.document = std::filesystem::path(file.attribute("original").value()).stem().string();
    Units units(is_2_ ? "unit" : "trans-unit");
    root_.traverse(units);
    for (const pugi::xml_node unit : units.found)
      if (auto entry = is_2_ ? unit_2_0(unit) : unit_1_2(unit)) catalogue.entries.push_back(std::move(*entry));
    return {std::move(catalogue), std::move(found_)};
  }

 private:
  bool load() {
    constexpr unsigned int flags = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
    const auto parsed = xml_.load_buffer(text_.data(), text_.size(), flags, pugi::encoding_utf8);
    for (const pugi::xml_node node : xml_.children())
      if (node.type() == pugi::node_doctype)
        return refuse(places_.at(static_cast<std::ptrdiff_t>(std::min(text_.find("<!DOCTYPE"), text_.size()))),
                      "the file has a DOCTYPE, which can fetch other files; no translation needs one",
                      "take the line with <!DOCTYPE away, if you trust who made the file");
    if (!parsed)
      return refuse(places_.at(parsed.offset), "the XML cannot be read from here on",
                    "ask for the file again: it may not be complete");
    root_ = xml_.document_element();
    const std::string version = root_.attribute("version").value();
    if (local_name(root_) != "xliff") return refuse(places_.of(root_), "this is no XLIFF file", {});
    is_2_ = version.starts_with("2.");
    if (is_2_ || version == "1.2" || version == "1.1") return true;
    return refuse(places_.of(root_), fmt::format("XLIFF of version \"{}\" is not known", printable(version)),
                  "save it as XLIFF 1.2 or 2.0");
  }

  bool refuse(const Place& place, std::string message, std::string hint) {
    found_.push_back(fault(place, "xliff", std::move(message), std::move(hint)));
    return false;
  }

  std::optional<CatalogueEntry> unit_1_2(pugi::xml_node unit) {
    const pugi::xml_node target = child_named(unit, "target");
    const std::string_view state = target.attribute("state").value();
    CatalogueEntry entry = entry_of(unit, unit.attribute("resname").value());
    if (!read_texts(unit, {child_named(unit, "source")}, {target}, entry)) return std::nullopt;
    if (state.starts_with("needs-") && !entry.target.empty()) entry.stale.emplace();
    for (const pugi::xml_node child : unit.children()) {
      if (local_name(child) == "note") add_note(child, entry);
      const bool earlier = child.attribute("alttranstype").value() == std::string_view("previous-version");
      if (earlier && entry.stale) entry.stale = fold_text(child_named(child, "source").child_value());
    }
    return entry;
  }

  // A program may have cut a unit into segments, with what is between them in <ignorable>.
  std::optional<CatalogueEntry> unit_2_0(pugi::xml_node unit) {
    std::vector<pugi::xml_node> sources;
    std::vector<pugi::xml_node> targets;
    bool initial = false;
    for (const pugi::xml_node child : unit.children()) {
      const std::string_view name = local_name(child);
      if (name != "segment" && name != "ignorable") continue;
      const pugi::xml_node target = child_named(child, "target");
      sources.push_back(child_named(child, "source"));
      targets.push_back(!target && name == "ignorable" ? sources.back() : target);
      initial = initial || child.attribute("state").value() == std::string_view("initial");
      if (name == "segment" && !target.first_child()) return without_target(unit, sources);
    }
    CatalogueEntry entry = entry_of(unit, unit.attribute("name").value());
    if (!read_texts(unit, sources, targets, entry)) return std::nullopt;
    if (initial && !entry.target.empty()) entry.stale.emplace();
    read_notes_2_0(unit, entry);
    return entry;
  }

  // Half a translation is none.
  std::optional<CatalogueEntry> without_target(pugi::xml_node unit, const std::vector<pugi::xml_node>& sources) {
    CatalogueEntry entry = entry_of(unit, unit.attribute("name").value());
    if (!read_texts(unit, sources, {}, entry)) return std::nullopt;
    read_notes_2_0(unit, entry);
    return entry;
  }

  void read_notes_2_0(pugi::xml_node unit, CatalogueEntry& entry) const {
    for (const pugi::xml_node note : child_named(unit, "notes").children()) {
      const std::string_view category = note.attribute("category").value();
      if (category.empty() || category == "description") add_note(note, entry);
      if (category == "earlier-source" && entry.stale) entry.stale = fold_text(note.child_value());
    }
  }

  static void add_note(pugi::xml_node note, CatalogueEntry& entry) {
    const std::string text = trim_text(note.child_value());
    if (!text.empty()) entry.note += (entry.note.empty() ? "" : "\n") + text;
  }

  CatalogueEntry entry_of(pugi::xml_node unit, const char* id) {
    CatalogueEntry entry;
    entry.id = fold_text(id);
    entry.place = places_.of(unit);
    entry.target_place = entry.place;
    return entry;
  }

  /// False when the entry is of no use; that has been reported unless it is empty.
  bool read_texts(pugi::xml_node unit, const std::vector<pugi::xml_node>& sources,
                  const std::vector<pugi::xml_node>& targets, CatalogueEntry& entry) {
    const CodeData data(child_named(unit, "originalData"));
    entry.source = fold_text(markdown_of(sources, data, entry.place).value_or(""));
    if (entry.source.empty()) return false;
    if (targets.empty()) return true;
    if (targets.front()) entry.target_place = places_.of(targets.front());
    const auto target = markdown_of(targets, data, entry.target_place);
    entry.target = trim_text(target.value_or(""));
    return target.has_value();
  }

  std::optional<std::string> markdown_of(const std::vector<pugi::xml_node>& contents, const CodeData& data,
                                         const Place& place) {
    CodedText coded;
    for (const pugi::xml_node content : contents)
      if (!read_codes(content, data, coded)) return bad_codes(place, "a code has no Markdown in it");
    Decoded decoded = from_coded(coded);
    if (!decoded.inlines) return bad_codes(place, std::move(decoded.why));
    return to_markdown(*decoded.inlines);
  }

  std::nullopt_t bad_codes(const Place& place, std::string why) {
    found_.push_back(fault(place, "xliff-code", std::move(why), "take the codes over from the source, in pairs"));
    return std::nullopt;
  }

  const std::string& text_;
  const Place& file_;
  Places places_;
  pugi::xml_document xml_;
  pugi::xml_node root_;
  bool is_2_ = false;
  Diagnostics found_;
};

}  // namespace

Result<std::optional<Catalogue>> read_xliff(std::string bytes, const Place& file) {
  Diagnostics found;
  const auto text = take(clean_text(std::move(bytes), file), found);
  if (!text) return {std::nullopt, std::move(found)};
  return XliffReader(*text, file).run();
}

}  // namespace handbill
