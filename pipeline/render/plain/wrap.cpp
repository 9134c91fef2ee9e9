#include "render/plain/wrap.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "core/files.h"
#include "core/unicode.h"
#include "render/plain/bidi.h"

namespace handbill::plain {
namespace {

/// For every offset, whether a line may not be broken there.
std::vector<bool> unbreakable(const Flow& flow) {
  std::vector<bool> kept(flow.text.size() + 1);
  for (const Keep& keep : flow.keeps)
    for (std::size_t at = keep.begin + 1; at < std::min(keep.end, flow.text.size()); ++at) kept[at] = true;
  return kept;
}

std::size_t spaces_at_end(std::u16string_view text) {
  std::size_t spaces = 0;
  while (spaces < text.size() && u_isUWhiteSpace(text[text.size() - 1 - spaces])) ++spaces;
  return spaces;
}

std::size_t columns(std::u16string_view text) {
  return display_width(to_utf8(text));
}

/// What starts a signature in a mail when it is all of a line.
constexpr std::u16string_view signature_start = u"-- ";

/// Repeats at the start of a line the isolates that the lines before left open, and closes them at its end.
class IsolateCarrier {
 public:
  std::u16string carry(std::u16string_view line) {
    std::u16string whole = open_;
    whole += line;
    for (const char16_t unit : line) {
      if (unit == left_to_right_isolate || unit == right_to_left_isolate || unit == first_strong_isolate) open_ += unit;
      if (unit == pop_isolate && !open_.empty()) open_.pop_back();
    }
    whole.append(open_.size(), pop_isolate);
    return whole;
  }

 private:
  std::u16string open_;
};

}  // namespace

std::size_t Wrapper::ink_of(const Stretch& stretch) {
  return columns(stretch.text.substr(0, stretch.text.size() - stretch.spaces));
}

icu::BreakIterator& Wrapper::breaker(const Language& language) {
  auto& known = breakers_[language];
  if (known == nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    known.reset(icu::BreakIterator::createLineInstance(icu::Locale::forLanguageTag(language.tag(), status), status));
    if (U_FAILURE(status)) throw MachineError("ICU cannot break lines: its data is missing or broken");
  }
  return *known;
}

std::vector<Wrapper::Stretch> Wrapper::stretches(const Flow& flow) {
  std::vector<Stretch> all;
  const std::u16string_view text = flow.text;
  icu::BreakIterator& iterator = breaker(flow.language);
  // An alias: the flow outlives the iteration, and copying would double the cost of long paragraphs.
  const icu::UnicodeString view(false, text.data(), static_cast<std::int32_t>(text.size()));
  iterator.setText(view);
  const std::vector<bool> kept = unbreakable(flow);
  std::size_t begin = 0;
  for (std::int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    const auto end = static_cast<std::size_t>(at);
    if (kept[end]) continue;
    const std::u16string_view stretch = text.substr(begin, end - begin);
    all.push_back({stretch, spaces_at_end(stretch), stretch.back() == u'\n'});
    begin = end;
  }
  return all;
}

/// First fit. The lines keep the spaces at their ends.
std::vector<std::u16string> Wrapper::fill(const std::vector<Stretch>& stretches, std::size_t width) {
  std::vector<std::u16string> lines;
  std::u16string line;
  std::size_t used = 0;
  const auto end_line = [&] {
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  for (const Stretch& stretch : stretches) {
    const std::size_t ink = ink_of(stretch);
    if (used > 0 && ink > 0 && used + ink > width) end_line();
    line += stretch.text;
    used += ink + stretch.spaces;
    if (stretch.ends_line) end_line();
  }
  if (spaces_at_end(line) < line.size()) end_line();
  return lines;
}

std::vector<std::string> Wrapper::wrap(const Flow& flow, std::size_t width) {
  std::vector<std::string> lines;
  IsolateCarrier isolates;
  for (std::u16string& line : fill(stretches(flow), width)) {
    line.resize(line.size() - spaces_at_end(line));
    lines.push_back(to_utf8(isolates.carry(line)));
  }
  return lines;
}

/// Neighbours in one text as one stretch.
Wrapper::Stretch Wrapper::joined(const Stretch& first, const Stretch& last) {
  const auto before = static_cast<std::size_t>(last.text.data() - first.text.data());
  return {{first.text.data(), before + last.text.size()}, last.spaces, last.ends_line};
}

/// The stretches between spaces; one that is wider than a line comes in its parts. Two hyphens stay with what follows.
std::vector<Wrapper::Stretch> Wrapper::words(const Flow& flow, std::size_t width) {
  std::vector<Stretch> words;
  std::vector<Stretch> parts;
  std::size_t ink = 0;
  const auto end_word = [&] {
    if (ink <= width && !parts.empty()) parts = {joined(parts.front(), parts.back())};
    if (!words.empty() && !parts.empty() && words.back().text == signature_start) {
      parts.front() = joined(words.back(), parts.front());
      words.pop_back();
    }
    words.insert(words.end(), parts.begin(), parts.end());
    parts.clear();
    ink = 0;
  };
  for (const Stretch& stretch : stretches(flow)) {
    parts.push_back(stretch);
    ink += ink_of(stretch);
    if (stretch.spaces > 0) end_word();
  }
  end_word();
  return words;
}

std::vector<WrappedLine> Wrapper::wrap_to_join(const Flow& flow, std::size_t width) {
  std::vector<WrappedLine> lines;
  for (std::u16string& line : fill(words(flow, width), width)) {
    const std::size_t spaces = spaces_at_end(line);
    const bool at_space = spaces > 0 && line.back() != u'\n';
    line.resize(line.size() - spaces);
    lines.push_back({to_utf8(line), at_space});
  }
  if (!lines.empty()) lines.back().at_space = false;
  return lines;
}

Extent Wrapper::extent(const Flow& flow) {
  Extent extent;
  std::size_t used = 0;
  for (const Stretch& stretch : stretches(flow)) {
    const std::size_t ink = ink_of(stretch);
    extent.minimum = std::max(extent.minimum, ink);
    extent.natural = std::max(extent.natural, used + ink);
    used = stretch.ends_line ? 0 : used + ink + stretch.spaces;
  }
  return extent;
}

}  // namespace handbill::plain
