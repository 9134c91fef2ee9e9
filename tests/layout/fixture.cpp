#include "layout/fixture.h"

#include <sstream>

#include "layout/theme_file.h"
#include "source/parse.h"
#include "source/resolve.h"
#include "support/catch.h"

namespace handbill::test {

const FontLibrary& fonts() {
  static const auto loaded = FontLibrary::load(HANDBILL_ROOT "/fonts", DiskFiles());
  if (!loaded.diagnostics.empty()) FAIL(to_string(loaded.diagnostics.front()));
  return *loaded.value;
}

Result<Pages> lay_out_markdown(std::string_view markdown, const LayoutSetting& setting) {
  const Language language = Language::parse(setting.language).value();
  auto parsed = parse_document(
      {.name = "test", .bytes = std::string(markdown), .file = Place::in_file("test.md"), .language = language});
  for (const Diagnostic& diagnostic : parsed.diagnostics)
    if (diagnostic.severity == Severity::error) FAIL(to_string(diagnostic));
  auto resolved = resolve_links(parsed.value, "https://example.org");
  const Edition edition{.name = "test",
                        .layout = setting.layout,
                        .paper = setting.paper,
                        .bleed = setting.bleed,
                        .imposition = {.kind = setting.impose}};
  const Theme theme = setting.theme != nullptr ? *setting.theme : ThemeFile::built_in().theme(setting.layout, language);
  const Interface words = Interface::fallback(language);
  return lay_out({.document = resolved.value,
                  .images = setting.images,
                  .edition = edition,
                  .theme = theme,
                  .words = words,
                  .fonts = fonts()});
}

ImagePtr image(std::uint32_t width, std::uint32_t height) {
  return std::make_shared<const Image>(Image{.format = Image::Format::png, .width = width, .height = height});
}

std::vector<std::string> lines_on(const Pages& pages, std::size_t page) {
  std::istringstream all(dump_lines(pages));
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (std::string line; std::getline(all, line);) {
    if (line.rfind("page ", 0) == 0) {
      ++at;
      continue;
    }
    const auto quote = line.find('"');
    if (at == page + 1) lines.push_back(line.substr(quote + 1, line.size() - quote - 2));
  }
  return lines;
}

}  // namespace handbill::test
