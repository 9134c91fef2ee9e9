#include "render/epub/typefaces.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "render/epub/font_subset.h"

namespace handbill::epub {
namespace {

constexpr char32_t space = U' ';
constexpr char32_t zero_width_non_joiner = U'\u200C';
constexpr char32_t zero_width_joiner = U'\u200D';

UScriptCode script_of(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(character), &status);
}

bool readers_have(UScriptCode script) {
  constexpr std::array known{USCRIPT_COMMON,   USCRIPT_INHERITED, USCRIPT_UNKNOWN,  USCRIPT_LATIN,
                             USCRIPT_GREEK,    USCRIPT_CYRILLIC,  USCRIPT_HAN,      USCRIPT_HIRAGANA,
                             USCRIPT_KATAKANA, USCRIPT_HANGUL,    USCRIPT_BOPOMOFO, USCRIPT_INVALID_CODE};
  return std::find(known.begin(), known.end(), script) != known.end();
}

/// The characters that are written in a script only, or in it and others: letters, marks, its digits and commas.
std::set<char32_t> written_in(UScriptCode script, const std::set<char32_t>& characters) {
  std::set<char32_t> written;
  for (const char32_t character : characters)
    if (uscript_hasScript(static_cast<UChar32>(character), script)) written.insert(character);
  return written;
}

/// Marks that all scripts share.
std::set<char32_t> shared_punctuation(const std::set<char32_t>& characters) {
  std::set<char32_t> shared;
  for (const char32_t character : characters)
    if (script_of(character) == USCRIPT_COMMON && u_ispunct(static_cast<UChar32>(character))) shared.insert(character);
  return shared;
}

using Parts = std::vector<std::pair<FacePtr, std::set<char32_t>>>;

/// Which face shows which characters: each the first that has it. The marks go to the first of those faces that does.
Parts by_face(const std::set<char32_t>& letters, const std::set<char32_t>& marks, const FaceList& faces) {
  Parts parts;
  for (const char32_t letter : letters) {
    const FacePtr face = faces.covering(std::u32string_view(&letter, 1));
    if (face == nullptr) continue;
    auto part = std::find_if(parts.begin(), parts.end(), [&](const auto& known) { return known.first == face; });
    if (part == parts.end()) part = parts.insert(part, {face, {}});
    part->second.insert(letter);
  }
  for (const char32_t mark : marks)
    for (auto& [face, shown] : parts)
      if (face->glyph(mark)) {
        shown.insert(mark);
        break;
      }
  return parts;
}

class Chooser {
 public:
  explicit Chooser(const TypefaceQuery& query) : query_(query) {}

  void add(UScriptCode script, const std::set<char32_t>& letters, const std::set<char32_t>& marks) {
    const std::string name = uscript_getShortName(script);
    std::vector<FacePtr> known;
    for (const int weight : {400, 700}) {
      const FaceList& faces = query_.fonts.faces({.role = "serif", .weight = weight}, name);
      for (const auto& [face, shown] : by_face(letters, marks, faces)) {
        if (std::find(known.begin(), known.end(), face) != known.end()) continue;
        known.push_back(face);
        add_file(*face, shown, {.weight = weight, .scale = scale_of(name)});
        add_family(typefaces_.families[name], face->family_name());
      }
    }
  }

  Typefaces take() { return std::move(typefaces_); }

 private:
  void add_file(const Face& face, const std::set<char32_t>& shown, FontFile file) {
    file.name = fmt::format("fonts/font-{}.ttf", typefaces_.files.size() + 1);
    file.family = face.family_name();
    file.bytes = font_subset(face, shown);
    typefaces_.files.push_back(std::move(file));
  }

  double scale_of(const std::string& script) const {
    if (query_.sizes == nullptr) return 1;
    for (const auto& [known, scale] : query_.sizes->scripts)
      if (known == script) return scale;
    return query_.sizes->others;
  }

  static void add_family(std::vector<std::string>& families, const std::string& family) {
    if (std::find(families.begin(), families.end(), family) == families.end()) families.push_back(family);
  }

  const TypefaceQuery& query_;
  Typefaces typefaces_;
};

std::string quoted(const std::string& family) {
  std::string text = "\"";
  for (const char c : family) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + "\"";
}

std::string font_face(const FontFile& file) {
  std::string rule =
      fmt::format("@font-face {{\n  font-family: {};\n  font-weight: {};\n", quoted(file.family), file.weight);
  if (file.scale != 1) rule += fmt::format("  size-adjust: {:.0f}%;\n", file.scale * 100);
  return rule + fmt::format("  src: url(\"{}\") format(\"truetype\");\n}}\n", file.name);
}

/// The families of every script but `script`, each with a comma before it.
std::string others(const Typefaces& typefaces, const std::string& script) {
  std::string list;
  for (const auto& [name, families] : typefaces.families)
    for (const std::string& family : families)
      if (name != script) list += ", " + quoted(family);
  return list;
}

}  // namespace

Typefaces choose_typefaces(const TypefaceQuery& query) {
  std::set<UScriptCode> scripts;
  for (const char32_t character : query.characters)
    if (const UScriptCode script = script_of(character); !readers_have(script)) scripts.insert(script);
  Chooser chooser(query);
  for (const UScriptCode script : scripts) {
    std::set<char32_t> marks;
    if (uscript_getShortName(script) == query.language.script()) marks = shared_punctuation(query.characters);
    marks.insert({space, zero_width_non_joiner, zero_width_joiner});
    chooser.add(script, written_in(script, query.characters), marks);
  }
  return chooser.take();
}

void gather_characters(std::string_view utf8, std::set<char32_t>& characters) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  std::array<bool, 0x3000> seen{};  // most scripts; what is beyond is looked up in the set
  for (std::size_t at = 0; at < utf8.size();) {
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, at, utf8.size(), character);
    const auto index = static_cast<std::size_t>(character);
    if (index < seen.size() && std::exchange(seen[index], true)) continue;
    characters.insert(static_cast<char32_t>(character));
  }
}

std::string font_rules(const Typefaces& typefaces, const std::vector<Language>& languages) {
  std::string rules;
  for (const FontFile& file : typefaces.files) rules += font_face(file);
  if (rules.empty()) return rules;
  for (const Language& language : languages) {
    std::string own;
    if (const auto found = typefaces.families.find(language.script()); found != typefaces.families.end())
      for (const std::string& family : found->second) own += quoted(family) + ", ";
    rules += fmt::format("[lang=\"{}\"] {{\n  font-family: {}serif{};\n}}\n", language.tag(), own,
                         others(typefaces, language.script()));
  }
  // Addresses are Latin in any book; what code is set in has letters of one width.
  rules += fmt::format(".address, .telephone {{\n  font-family: serif{};\n}}\n", others(typefaces, {}));
  rules += fmt::format("pre, code {{\n  font-family: monospace{};\n}}\n", others(typefaces, {}));
  return rules;
}

}  // namespace handbill::epub
