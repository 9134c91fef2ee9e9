#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/unicode.h"
#include "translation/exchange/po.h"
#include "translation/exchange/po_header.h"
#include "translation/exchange/po_strings.h"
#include "translation/folded_text.h"

namespace handbill {
namespace {

/// One entry as it is being read.
struct Draft {
  std::string context;
  std::optional<std::string> source;
  std::optional<std::string> target;
  std::string earlier;  ///< `#| msgid`
  std::string note;
  bool fuzzy = false;
  bool obsolete = false;
  Place place;         ///< of `msgid`
  Place target_place;  ///< of the target's first character
};

class PoReader {
 public:
  PoReader(std::string_view text, const Place& file) : text_(text), file_(file) {
    catalogue_.file = file;
    catalogue_.locale = Language();
  }

  Result<std::optional<Catalogue>> run() {
    while (!fault_ && start_ < text_.size()) next_line();
    if (!fault_) finish();
    if (!fault_ && !seen_) fail(1, "this is no PO file: it has no msgid", "PO files are made by Poedit, for example");
    if (fault_) return {std::nullopt, {std::move(*fault_)}};
    return {std::move(catalogue_), {}};
  }

 private:
  void next_line() {
    const std::size_t end = std::min(text_.find('\n', start_), text_.size());
    std::string_view line = text_.substr(start_, end - start_);
    start_ = end + 1;
    ++number_;
    column_ = 1;
    skip_space(line);
    if (!line.empty()) read_line(line);
  }

  void skip_space(std::string_view& line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) drop(line, 1);
  }

  void drop(std::string_view& line, std::size_t bytes) {
    line.remove_prefix(bytes);
    column_ += static_cast<std::uint32_t>(bytes);  // everything before a string is ASCII
  }

  void read_line(std::string_view line) {
    const bool obsolete = line.starts_with("#~");
    if (obsolete) drop(line, 2);
    const bool earlier = line.starts_with(obsolete ? "|" : "#|");
    if (earlier) drop(line, obsolete ? 1 : 2);
    if (!obsolete && !earlier && line.starts_with("#")) return read_comment(line);
    skip_space(line);
    if (line.starts_with("\"")) return add_string(line);
    read_keyword(line, earlier);
    if (obsolete) draft_.obsolete = true;
  }

  void read_comment(std::string_view line) {
    if (draft_.target) finish();
    const std::string_view rest = line.substr(std::min<std::size_t>(2, line.size()));
    const char kind = line.size() > 1 ? line[1] : ' ';
    if (kind == ',' && rest.find("fuzzy") != std::string_view::npos) draft_.fuzzy = true;
    // A remark by a translator, or one for translators.
    if (kind == ' ' || kind == '.') draft_.note += trim_text(rest) + "\n";
  }

  void read_keyword(std::string_view line, bool earlier) {
    const std::size_t length = std::min(line.find_first_of(" \t\"["), line.size());
    const std::string_view word = line.substr(0, length);
    const bool form = word == "msgstr" && line.substr(length).starts_with("[");
    const bool first_form = form && line.substr(length).starts_with("[0]");
    if (draft_.target && !earlier && word != "msgstr") finish();
    if (draft_.target && earlier) finish();
    into_ = nullptr;
    if (word == "msgctxt") {
      into_ = earlier ? &ignored_ : &draft_.context;
    } else if (word == "msgid") {
      if (!earlier && draft_.source) return finish();
      if (!earlier) draft_.place = here();
      into_ = earlier ? &draft_.earlier : &draft_.source.emplace();
    } else if (word == "msgid_plural") {
      into_ = &ignored_;
    } else if (word == "msgstr" && !earlier) {
      if (!draft_.source) return fail(column_, "a msgstr without a msgid before it", {});
      into_ = form && !first_form ? &ignored_ : &draft_.target.emplace();
    } else {
      return fail(column_, fmt::format("\"{}\" is no word of a PO file", printable(word.substr(0, 40))),
                  "lines start with msgid, msgstr, a quotation mark or #");
    }
    drop(line, length);
    if (form) drop(line, std::min(line.find(']') + 1, line.size()));
    skip_space(line);
    if (!line.starts_with("\"")) return fail(column_, fmt::format("{} has no text in quotation marks", word), {});
    add_string(line);
  }

  void add_string(std::string_view line) {
    if (into_ == nullptr) return fail(column_, "a text that belongs to no msgid or msgstr", {});
    const PoString string = read_po_string(line);
    if (!string.closed) return unclosed();
    if (find_invalid_utf8(string.text) || string.text.find('\0') != std::string::npos)
      return fail(column_, "an escape in this text stands for no character", "write the character itself");
    if (draft_.target && into_ == &*draft_.target && draft_.target->empty()) {
      draft_.target_place = here();
      if (!string.text.empty()) ++draft_.target_place.column;
    }
    *into_ += string.text;
    drop(line, string.length);
    skip_space(line);
    if (!line.empty()) fail(column_, "something follows the text's closing quotation mark", "write \\\" inside a text");
  }

  void unclosed() {
    if (start_ >= text_.size())
      fail(column_, "the file ends in the middle of a text: it is not complete", "ask for the file again");
    else
      fail(column_, "this text has no closing quotation mark", "close it on its line");
  }

  // What is complete becomes an entry; comments alone are nobody's.
  void finish() {
    if (draft_.source && !draft_.target) {
      const bool ended = start_ >= text_.size();
      fault_ =
          fault(draft_.place,
                ended ? "the file ends before this msgid's msgstr: it is not complete" : "this msgid has no msgstr",
                ended ? "ask for the file again" : "");
      return;
    }
    if (draft_.source) add(draft_);
    draft_ = Draft{};
    ignored_.clear();
    into_ = nullptr;
  }

  void add(const Draft& draft) {
    seen_ = true;
    if (draft.source->empty() && draft.context.empty()) return read_po_header(*draft.target, catalogue_);
    CatalogueEntry entry{.id = draft.context,
                         .source = fold_text(*draft.source),
                         .target = trim_text(*draft.target),
                         .note = trim_text(draft.note),
                         .place = draft.place,
                         .target_place = draft.target_place};
    if (draft.fuzzy && !entry.target.empty()) entry.stale = fold_text(draft.earlier);
    if (entry.source.empty()) return;
    (draft.obsolete ? catalogue_.obsolete : catalogue_.entries).push_back(std::move(entry));
  }

  Place here() const { return file_.at(number_, column_); }

  static Diagnostic fault(const Place& place, std::string message, std::string hint) {
    Diagnostic one{Severity::error, place, "po", std::move(message), {}};
    if (!hint.empty()) one.hints.push_back(std::move(hint));
    return one;
  }

  void fail(std::uint32_t column, std::string message, std::string hint) {
    if (!fault_) fault_ = fault(file_.at(std::max(number_, 1U), column), std::move(message), std::move(hint));
  }

  const std::string_view text_;
  const Place& file_;
  std::size_t start_ = 0;
  std::uint32_t number_ = 0;
  std::uint32_t column_ = 1;
  Catalogue catalogue_;
  Draft draft_;
  std::string* into_ = nullptr;  // what a string adds to
  std::string ignored_;          // plural sources and forms, earlier contexts
  bool seen_ = false;
  std::optional<Diagnostic> fault_;
};

}  // namespace

Result<std::optional<Catalogue>> read_po(std::string bytes, const Place& file) {
  Diagnostics found;
  const auto text = take(po_text(std::move(bytes), file), found);
  if (!text) return {std::nullopt, std::move(found)};
  return PoReader(*text, file).run();
}

}  // namespace handbill
