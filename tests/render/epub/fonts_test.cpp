// The fonts that a book brings along.
#include <hb.h>

#include <memory>

#include "render/epub/epub.h"
#include "render/epub/font_subset.h"
#include "render/epub/typefaces.h"
#include "render/epub/unpacked.h"
#include "render/sample.h"

namespace handbill::test {
namespace {

const FontLibrary& fonts() {
  static const auto loaded = FontLibrary::load(HANDBILL_ROOT "/fonts", DiskFiles());
  REQUIRE(loaded.value != nullptr);
  return *loaded.value;
}

Unpacked book_of(const Document& document, std::string_view tag) {
  const Interface words = words_for(tag);
  return unpack(epub::write({.document = document, .images = {}, .words = words, .site = "", .fonts = &fonts()}));
}

Unpacked book_of(std::string markdown, std::string_view tag) {
  return book_of(parsed(std::move(markdown), tag), tag);
}

std::set<std::string> font_files(const Unpacked& book) {
  std::set<std::string> files;
  for (const std::string& name : book.names)
    if (name.ends_with(".ttf")) files.insert(name);
  return files;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

const std::string& style_of(const Unpacked& book) {
  return book.files.at("EPUB/style.css");
}

using OwnedFont = std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)>;

OwnedFont font_in(const std::string& bytes) {
  hb_blob_t* blob =
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  OwnedFont font(hb_font_create(face), hb_font_destroy);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return font;
}

/// The glyphs of a word as HarfBuzz sets it in a font, by their advances.
std::vector<int> advances(hb_font_t* font, const std::string& word) {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(font, buffer, nullptr, 0);
  unsigned length = 0;
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &length);
  std::vector<int> all;
  for (unsigned at = 0; at < length; ++at) all.push_back(positions[at].x_advance);
  hb_buffer_destroy(buffer);
  return all;
}

TEST_CASE("a book in a script that every reader has brings no font") {
  for (const auto& [markdown, tag] :
       {std::pair{"Text — and “more”: naïve.", "en"}, std::pair{"Текст", "ru"}, std::pair{"Κείμενο", "el"},
        std::pair{"中文字", "zh"}, std::pair{"ひらがなカタカナ", "ja"}}) {
    const auto book = book_of(markdown, tag);
    INFO(markdown);
    CHECK(font_files(book).empty());
    CHECK_FALSE(has(style_of(book), "font-family: serif"));
    CHECK_FALSE(has(style_of(book), "@font-face"));
  }
}

TEST_CASE("an Arabic book brings a regular and a bold font, and is set in them") {
  const auto book = book_of("# عنوان\n\nنص **عريض**، <https://example.org/>\n", "ar");
  CHECK(font_files(book) == std::set<std::string>{"EPUB/fonts/font-1.ttf", "EPUB/fonts/font-2.ttf"});
  CHECK(has(book.files.at("EPUB/package.opf"),
            "<item id=\"font-1\" href=\"fonts/font-1.ttf\" media-type=\"font/ttf\"/>"));
  CHECK(has(style_of(book),
            "@font-face {\n  font-family: \"Noto Naskh Arabic\";\n  font-weight: 700;\n"
            "  src: url(\"fonts/font-2.ttf\") format(\"truetype\");\n}"));
  CHECK(has(style_of(book), "[lang=\"ar\"] {\n  font-family: \"Noto Naskh Arabic\", serif;\n}"));
}

TEST_CASE("an embedded font is as large beside Latin as the theme has it") {
  const ScriptSizes sizes{.scripts = {{"Arab", 1.12}}, .others = 1};
  const Document document = parsed("نص עברית\n", "ar");
  const Interface words = words_for("ar");
  const auto book = unpack(epub::write(
      {.document = document, .images = {}, .words = words, .site = "", .fonts = &fonts(), .script_sizes = &sizes}));
  CHECK(has(style_of(book), "font-weight: 400;\n  size-adjust: 112%;\n  src: url(\"fonts/font-"));
  CHECK(has(style_of(book), "font-family: \"Noto Serif Hebrew\";\n  font-weight: 400;\n  src:"));
}

TEST_CASE("a word of Arabic in an English book is set after the reader's own font") {
  const auto book = book_of("A word: سلام.\n", "en");
  CHECK(font_files(book).size() == 2);
  CHECK(has(style_of(book), "[lang=\"en\"] {\n  font-family: serif, \"Noto Naskh Arabic\";\n}"));
}

TEST_CASE("each language of a book is set in its own script first") {
  Document document = parsed("النص الأول\n\nטקסט\n", "ar");
  std::get<Paragraph>(document.blocks[1].node).text.language = language("he");
  const auto book = book_of(document, "ar");
  CHECK(has(style_of(book), "[lang=\"ar\"] {\n  font-family: \"Noto Naskh Arabic\", serif, \"Noto Serif Hebrew\";\n}"));
  CHECK(has(style_of(book), "[lang=\"he\"] {\n  font-family: \"Noto Serif Hebrew\", serif, \"Noto Naskh Arabic\";\n}"));
}

TEST_CASE("a font has the characters of the book and no others") {
  const auto book = book_of("سلام، (نعم)\n", "ar");
  const OwnedFont font = font_in(book.files.at("EPUB/fonts/font-1.ttf"));
  const auto shows = [&](char32_t character) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font.get(), character, &glyph) != 0;
  };
  for (const char32_t character : {U'س', U'ل', U'ع', U'،', U' '}) CHECK(shows(character));
  CHECK_FALSE(shows(U'ظ'));
  CHECK_FALSE(shows(U'7'));
  CHECK(book.files.at("EPUB/fonts/font-1.ttf").size() < 20000);
}

TEST_CASE("letters join in an embedded font as in the whole one") {
  const auto face = fonts().faces({.role = "serif"}, "Arab").front();
  for (const std::string word : {"السلام", "لله", "عَلَيْكُم", "الطباعة"}) {
    std::set<char32_t> characters;
    epub::gather_characters(word, characters);
    const std::string subset = epub::font_subset(*face, characters);
    CHECK(advances(font_in(subset).get(), word) == advances(face->hb_font(), word));
  }
}

TEST_CASE("scripts of every kind find a font, each of them once") {
  const auto book = book_of("हिन्दी ภาษาไทย հայերեն አማርኛ ქართული বাংলা தமிழ் עברית العربية\n", "en");
  std::size_t families = 0;
  for (std::size_t at = 0; (at = style_of(book).find("@font-face", at)) != std::string::npos; ++at) ++families;
  CHECK(families == font_files(book).size());
  for (const char* family : {"Devanagari", "Thai", "Armenian", "Ethiopic", "Georgian", "Bengali", "Tamil"}) {
    INFO(family);
    CHECK(has(style_of(book), std::string("font-family: \"Noto Sans ") + family + "\""));
  }
}

TEST_CASE("the same book has the same fonts to the byte") {
  CHECK(book_of("نص\n", "ar").files.at("EPUB/fonts/font-1.ttf") ==
        book_of("نص\n", "ar").files.at("EPUB/fonts/font-1.ttf"));
}

}  // namespace
}  // namespace handbill::test
