#include "translation/exchange/po_header.h"

#include <algorithm>
#include <array>
#include <utility>

#include "translation/folded_text.h"

namespace handbill {
namespace {

std::string field(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find('\n'), header.size());
    const std::string_view line = header.substr(0, end);
    if (line.starts_with(name) && line.substr(name.size()).starts_with(":"))
      return trim_text(line.substr(name.size() + 1));
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return {};
}

}  // namespace

std::optional<Language> language_of_gettext(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> scripts = {
      {{"latin", "Latn"}, {"cyrillic", "Cyrl"}, {"devanagari", "Deva"}, {"arabic", "Arab"}}};
  const std::size_t at = name.find('@');
  const std::string_view modifier = at == std::string_view::npos ? std::string_view() : name.substr(at + 1);
  std::string tag(name.substr(0, name.find_first_of(".@")));
  for (const auto& [word, script] : scripts)
    if (modifier == word) tag.insert(std::min(tag.find_first_of("_-"), tag.size()), "-" + std::string(script));
  return Language::parse(tag);
}

void read_po_header(std::string_view header, Catalogue& catalogue) {
  if (const auto language = language_of_gettext(field(header, "Language"))) catalogue.locale = *language;
  catalogue.document = field(header, "Project-Id-Version");
}

}  // namespace handbill
