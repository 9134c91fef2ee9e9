#include "source/html.h"

#include <algorithm>
#include <array>
#include <map>

namespace handbill {
namespace {

bool is_tag_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_tag_character(char c) {
  return is_tag_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

bool is_void(std::string_view name) {
  static constexpr std::array names{"area",  "base", "br",   "col",    "embed", "hr", "img",
                                    "input", "link", "meta", "source", "track", "wbr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<Tag> vanishing(std::string_view text, std::string_view start, std::string_view end) {
  if (!text.starts_with(start)) return std::nullopt;
  const std::size_t found = text.find(end, start.size());
  if (found == std::string_view::npos) return std::nullopt;
  return Tag{Tag::Kind::nothing, "", found + end.size()};
}

// The length of an opening tag, up to its > outside quotes; 0 when it does not end before the next <.
std::size_t tag_length(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '>') return i + 1;
    if (c == '<') return 0;
    if (c != '"' && c != '\'') continue;
    i = text.find(c, i + 1);
    if (i == std::string_view::npos) return 0;
  }
  return 0;
}

}  // namespace

std::optional<Tag> read_tag(std::string_view text) {
  if (text.starts_with("<!-->")) return Tag{Tag::Kind::nothing, "", 5};
  if (auto comment = vanishing(text, "<!--", "-->")) return comment;
  if (auto instruction = vanishing(text, "<?", "?>")) return instruction;
  if (auto data = vanishing(text, "<![CDATA[", "]]>")) return data;
  if (text.size() > 2 && text[1] == '!' && is_tag_letter(text[2])) return vanishing(text, "<!", ">");
  const bool closing = text.starts_with("</");
  const std::size_t start = closing ? 2 : 1;
  std::size_t end = start;
  while (end < text.size() && is_tag_character(text[end])) ++end;
  if (end == start || !is_tag_letter(text[start])) return std::nullopt;
  if (end < text.size() && std::string_view(" \t\n/>").find(text[end]) == std::string_view::npos) return std::nullopt;
  Tag tag;
  tag.name = text.substr(start, end - start);
  std::transform(tag.name.begin(), tag.name.end(), tag.name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  tag.length = tag_length(text);
  if (tag.length == 0) return std::nullopt;
  const bool alone = text[tag.length - 2] == '/' || is_void(tag.name);
  tag.kind = closing ? Tag::Kind::close : alone ? Tag::Kind::alone : Tag::Kind::open;
  return tag;
}

bool Tag::joins() const {
  static constexpr std::array parting{
      "address",  "article",  "aside",      "blockquote", "caption", "dd",     "details", "dialog", "div",   "dl",
      "dt",       "fieldset", "figcaption", "figure",     "footer",  "form",   "h1",      "h2",     "h3",    "h4",
      "h5",       "h6",       "header",     "hr",         "img",     "input",  "legend",  "li",     "main",  "nav",
      "ol",       "option",   "p",          "pre",        "section", "select", "summary", "table",  "tbody", "td",
      "textarea", "tfoot",    "th",         "thead",      "tr",      "ul"};
  return std::find(parting.begin(), parting.end(), name) == parting.end();
}

void TagReport::add(const Tag& tag, const Place& place) {
  if (tag.kind != Tag::Kind::nothing && !tag.is_break()) seen_.push_back({tag, place});
}

Diagnostics TagReport::finish() {
  std::stable_sort(seen_.begin(), seen_.end(), [](const Seen& a, const Seen& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  Diagnostics diagnostics;
  std::map<std::string, int> open;
  for (const Seen& seen : seen_) {
    if (seen.tag.kind == Tag::Kind::close && open[seen.tag.name] > 0) {
      --open[seen.tag.name];
      continue;
    }
    if (seen.tag.kind == Tag::Kind::open) ++open[seen.tag.name];
    const std::string shown = (seen.tag.kind == Tag::Kind::close ? "</" : "<") + seen.tag.name + ">";
    Diagnostic warning{Severity::warning, seen.place, "raw-html", "raw HTML " + shown + " is left out", {}};
    if (seen.tag.hides_content()) warning.message += " with what is in it";
    if (!seen.tag.hides_content() && seen.tag.kind != Tag::Kind::alone) warning.message += "; its text is kept";
    warning.hints.push_back("write Markdown instead, which works on paper too");
    diagnostics.push_back(std::move(warning));
  }
  return diagnostics;
}

}  // namespace handbill
