// How long each stage takes with six pages, and what comes of it is thrown away.
#include <benchmark/benchmark.h>

#include "bench/corpus.h"
#include "core/unicode.h"
#include "design/theme_file.h"
#include "layout/layout.h"
#include "render/epub/epub.h"
#include "render/pdf/pdf.h"
#include "render/plain/plain.h"
#include "render/svg/svg.h"
#include "source/parse.h"
#include "source/resolve.h"

namespace {

using namespace handbill;

constexpr int parts = 5;

Language language_of(const benchmark::State& state) {
  return Language::parse(state.range(0) == 0 ? "en" : "ar").value();
}

Document document(const Language& language) {
  auto parsed = parse_document({.name = "page",
                                .bytes = bench::markdown(parts, language.tag()),
                                .file = Place::in_file("page.md"),
                                .language = language});
  return resolve_links(parsed.value, "https://example.org").value;
}

const FontLibrary& fonts() {
  static const FontLibraryPtr library = FontLibrary::load(HANDBILL_ROOT "/fonts", DiskFiles()).value;
  return *library;
}

Pages laid_out(const Document& page) {
  static const ThemeFile file = ThemeFile::built_in();
  const Edition edition{.name = "handout", .paper = "A5"};
  const Theme theme = file.theme(LayoutKind::handout, page.language);
  const Interface words = Interface::fallback(page.language);
  return lay_out({.document = page, .images = {}, .edition = edition, .theme = theme, .words = words, .fonts = fonts()})
      .value;
}

void parse(benchmark::State& state) {
  const Language language = language_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(document(language));
}

StyledText paragraph(const Language& language) {
  StyledText text;
  const std::string all = bench::markdown(1, language.tag());
  const std::size_t begin = all.find("\n\n", all.find("## ")) + 2;
  text.text = to_utf16(all.substr(begin, all.find("\n\n", begin) - begin));
  text.language = language;
  text.direction = language.direction();
  TextStyle style;
  style.font.role = "serif";
  style.language = language;
  text.spans.push_back({static_cast<std::uint32_t>(text.text.size()), style});
  return text;
}

void shape_paragraph(benchmark::State& state) {
  const StyledText text = paragraph(language_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(shape(text, fonts()));
}

void break_paragraph(benchmark::State& state) {
  const ShapedTextPtr shaped = shape(paragraph(language_of(state)), fonts()).value;
  const LineOptions options{.measure = 300_pt, .alignment = TextAlignment::justify, .hyphenate = true};
  for (auto _ : state) benchmark::DoNotOptimize(break_lines(shaped, options));
}

void layout(benchmark::State& state) {
  const Document page = document(language_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(laid_out(page));
}

void pdf_file(benchmark::State& state) {
  const Pages pages = laid_out(document(language_of(state)));
  for (auto _ : state) benchmark::DoNotOptimize(pdf::write(pages));
}

void svg_pictures(benchmark::State& state) {
  const Pages pages = laid_out(document(language_of(state)));
  for (auto _ : state) {
    svg::Definitions definitions;
    for (std::uint32_t i = 0; i < pages.pages.size(); ++i)
      benchmark::DoNotOptimize(svg::picture(pages, i, definitions));
  }
}

void epub_file(benchmark::State& state) {
  const Document page = document(language_of(state));
  const Interface words = Interface::fallback(page.language);
  for (auto _ : state) benchmark::DoNotOptimize(epub::write({.document = page, .images = {}, .words = words}));
}

void text_file(benchmark::State& state) {
  const Document page = document(language_of(state));
  const Interface words = Interface::fallback(page.language);
  for (auto _ : state) benchmark::DoNotOptimize(plain::write({.document = page, .words = words}));
}

// 0 is English, 1 Arabic.
BENCHMARK(parse)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(shape_paragraph)->DenseRange(0, 1)->Unit(benchmark::kMicrosecond);
BENCHMARK(break_paragraph)->DenseRange(0, 1)->Unit(benchmark::kMicrosecond);
BENCHMARK(layout)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(pdf_file)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(svg_pictures)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(epub_file)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(text_file)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
