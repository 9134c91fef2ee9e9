#include "layout/fixture.h"

#include <sstream>

#include "design/theme_file.h"
#include "source/parse.h"
#include "source/resolve.h"
#include "support/catch.h"

namespace handbill::test {

const FontLibrary& fonts() {
  static const auto loaded = FontLibrary::load(HANDBILL_ROOT "/fonts", DiskFiles());
  if (!loaded.diagnostics.empty()) FAIL(to_string(loaded.diagnostics.front()));
  return *loaded.value;
}

Document parsed(std::string_view markdown, const std::string& language) {
  auto parsed = parse_document({.name = "test",
                                .bytes = std::string(markdown),
                                .file = Place::in_file("test.md"),
                                .language = Language::parse(language).value()});
  for (const Diagnostic& diagnostic : parsed.diagnostics)
    if (diagnostic.severity == Severity::error) FAIL(to_string(diagnostic));
  return resolve_links(parsed.value, "https://example.org").value;
}

Result<Pages> lay_out_document(const Document& document, const LayoutSetting& setting) {
  const Edition edition{.name = "test",
                        .layout = setting.layout,
                        .paper = setting.paper,
                        .bleed = setting.bleed,
                        .imposition = {.kind = setting.impose},
                        .sides = setting.sides,
                        .fit = setting.fit};
  const Theme theme =
      setting.theme != nullptr ? *setting.theme : ThemeFile::built_in().theme(setting.layout, document.language);
  const Interface words = Interface::fallback(document.language);
  return lay_out({.document = document,
                  .images = setting.images,
                  .edition = edition,
                  .theme = theme,
                  .words = words,
                  .fonts = fonts(),
                  .workers = setting.workers});
}

Result<Pages> lay_out_markdown(std::string_view markdown, const LayoutSetting& setting) {
  return lay_out_document(parsed(markdown, setting.language), setting);
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
