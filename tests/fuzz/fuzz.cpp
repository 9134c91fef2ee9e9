#include "fuzz/fuzz.h"

#include <algorithm>

#include "core/files.h"
#include "core/unicode.h"
#include "source/parse.h"

namespace handbill::fuzz {

void promise(bool kept, const char* what) {
  if (!kept) internal_error(what);
}

void read(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics) {
    promise(!one.code.empty() && !one.message.empty(), "a diagnostic says nothing");
    promise(to_string(one).find('\x1b') == std::string::npos, "a diagnostic steers the terminal");
  }
}

std::vector<std::string> parts(std::string_view input, std::size_t count) {
  std::vector<std::string> all;
  constexpr std::string_view border = "\n%%\n";
  while (all.size() + 1 < count) {
    const std::size_t end = input.find(border);
    all.emplace_back(input.substr(0, end));
    input = end == std::string_view::npos ? std::string_view() : input.substr(end + border.size());
  }
  all.emplace_back(input);
  return all;
}

std::string clean(std::string_view input) {
  std::u16string text = to_utf16(input);
  std::replace(text.begin(), text.end(), u'\0', u'0');
  std::replace(text.begin(), text.end(), u'\r', u'\n');
  return to_utf8(text);
}

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

Place place(std::string_view file) {
  return Place::in_file(std::string(file));
}

Document parsed(std::string_view markdown, std::string_view tag) {
  return take(parse_document({"page", std::string(markdown), place("page.md"), language(tag)}));
}

const FontLibrary& fonts() {
  static const FontLibraryPtr library = take(FontLibrary::load(HANDBILL_ROOT "/fonts", DiskFiles()));
  return *library;
}

}  // namespace handbill::fuzz
