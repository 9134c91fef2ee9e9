#include "text/itemise.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "core/diagnostic.h"
#include "core/limits.h"

namespace handbill {
namespace {

bool is_blank(char16_t unit) {
  constexpr char16_t line_separator = 0x2028;
  constexpr char16_t paragraph_separator = 0x2029;
  if (unit == u'\t') return false;
  return unit < 0x20 || (unit >= 0x7F && unit <= 0x9F) || unit == line_separator || unit == paragraph_separator;
}

/// Whether a mark begins at `at`.
bool is_mark(std::u16string_view text, std::uint32_t at) {
  constexpr char16_t first_mark = 0x0300;
  if (text[at] < first_mark) return false;
  UChar32 character = 0;
  U16_GET(text.data(), 0, at, text.size(), character);
  return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

/// Walks along the text with a finger in each list.
class Itemiser {
 public:
  explicit Itemiser(const StyledText& text)
      : text_(text),
        levels_(bidi_levels(text.text, text.direction)),
        scripts_(script_runs(text.text, levels_, script_from_code(text.language.script()))) {}

  std::vector<Segment> itemise() {
    std::vector<Segment> segments;
    const auto size = static_cast<std::uint32_t>(text_.text.size());
    for (std::uint32_t at = 0; at < size;) {
      Segment segment = start(at);
      at = segment.end;
      segments.push_back(segment);
    }
    return segments;
  }

 private:
  Segment start(std::uint32_t at) {
    while (text_.spans[span_].end <= at) ++span_;
    while (scripts_[script_].end <= at) ++script_;
    while (box_ < text_.boxes.size() && text_.boxes[box_].offset < at) ++box_;
    Segment segment;
    segment.begin = at;
    segment.level = levels_.empty() ? BidiLevel{0} : levels_[at];
    segment.script = scripts_[script_].script;
    segment.span = span_;
    segment.box = box_;
    segment.kind = kind_at(at);
    segment.end = segment.kind == Segment::Kind::text ? end_of_text(segment) : at + 1;
    return segment;
  }

  Segment::Kind kind_at(std::uint32_t at) const {
    if (is_blank(text_.text[at])) return Segment::Kind::blank;
    const bool box = box_ < text_.boxes.size() && text_.boxes[box_].offset == at;
    return box ? Segment::Kind::box : Segment::Kind::text;
  }

  std::uint32_t end_of_text(const Segment& segment) const {
    std::uint32_t limit = scripts_[script_].end;
    std::uint32_t span = span_;
    while (span + 1 < text_.spans.size() && text_.spans[span].end < limit &&
           text_.spans[span + 1].style == text_.spans[span_].style)
      ++span;
    limit = std::min(limit, text_.spans[span].end);
    if (box_ < text_.boxes.size()) limit = std::min(limit, text_.boxes[box_].offset);
    limit = std::min(limit, segment.begin + limits::run_units + limits::unbroken_units);
    std::uint32_t end = segment.begin + 1;
    std::uint32_t word = segment.begin;  // where the text after the last space begins
    for (std::size_t marks = 0; end < limit && continues(segment, end); ++end) {
      const char16_t unit = text_.text[end];
      if (unit == u' ' && end - segment.begin >= limits::run_units) break;
      if (unit == u' ') word = end;
      if (U16_IS_TRAIL(unit)) continue;
      marks = is_mark(text_.text, end) ? marks + 1 : 0;
      // HarfBuzz goes back to the letter from each of its marks.
      if (marks > limits::marks_on_a_letter || (marks == 0 && end - word >= limits::unbroken_units)) break;
    }
    return end;
  }

  bool continues(const Segment& segment, std::uint32_t at) const {
    return !is_blank(text_.text[at]) && (levels_.empty() || levels_[at] == segment.level);
  }

  const StyledText& text_;
  std::vector<BidiLevel> levels_;
  std::vector<ScriptRun> scripts_;
  std::uint32_t span_ = 0;
  std::uint32_t script_ = 0;
  std::uint32_t box_ = 0;
};

}  // namespace

std::vector<Segment> itemise(const StyledText& text) {
  if (text.text.empty()) return {};
  if (text.spans.empty() || text.spans.back().end < text.text.size()) internal_error("text without a style");
  return Itemiser(text).itemise();
}

UScriptCode script_from_code(const std::string& code) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = USCRIPT_COMMON;
  uscript_getCode(code.c_str(), &script, 1, &status);
  return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

}  // namespace handbill
