// Fonts that a book brings along, for scripts that reading systems often have none for.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "text/font_library.h"
#include "text/paragraph.h"

namespace handbill::epub {

struct FontFile {
  std::string name;    ///< "fonts/font-1.ttf"
  std::string family;  ///< as the stylesheet calls it; its weights share it
  int weight = 400;
  double scale = 1;  ///< against Latin type of the same size
  std::string bytes;
};

struct Typefaces {
  std::vector<FontFile> files;
  std::map<std::string, std::vector<std::string>> families;  ///< to try in turn, by script (ISO 15924)
};

/// What a choice is made from. Borrowed for the call.
struct TypefaceQuery {
  const std::set<char32_t>& characters;
  const Language& language;  ///< of the book
  const FontLibrary& fonts;
  const ScriptSizes* sizes = nullptr;  ///< against Latin; null: all alike
};

/// Fonts for the scripts of the characters that readers lack, each cut down to those of its characters; in the book's
/// own script also to the marks between the words. Every reading system has Latin, Greek and Cyrillic. Those that are
/// sold where Chinese, Japanese and Korean are read have these, in the shapes of the place, which one font could not
/// offer.
Typefaces choose_typefaces(const TypefaceQuery& query);

/// The characters of a text.
void gather_characters(std::string_view utf8, std::set<char32_t>& characters);

/// The stylesheet's part about them: what each of `languages`, the book's own first, is set in. Empty without fonts.
std::string font_rules(const Typefaces& typefaces, const std::vector<Language>& languages);

}  // namespace handbill::epub
