#include "source/front_matter.h"

#include <algorithm>

#include "source/parse.h"

namespace handbill {
namespace {

std::string_view line_at(std::string_view text, std::size_t start) {
  std::string_view line = text.substr(start, text.find('\n', start) - start);
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  return line;
}

Diagnostic never_ends(const Place& file) {
  return {Severity::error,
          file.at(1, 1),
          "front-matter",
          "the front matter that starts here never ends",
          {"put a line with --- after its last key"}};
}

// The character at `place` of a text that starts at `start`.
char character_at(std::string_view text, const Place& start, const Place& place) {
  for (std::uint32_t line = start.line; line < place.line; ++line)
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  std::uint32_t column = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0u) != 0x80u && ++column == place.column) return c;
    if (c == '\n') break;
  }
  return '\0';
}

// Reads the keys that Handbill knows.
class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view text, const Place& start, const yaml::Node& node, Diagnostics& diagnostics)
      : text_(text),
        start_(start),
        node_(node),
        reader_(node, "front matter", diagnostics),
        diagnostics_(diagnostics) {}

  ReadFrontMatter read() {
    FrontMatter& front = result_.front;
    front.title = passage("title");
    front.subtitle = passage("subtitle");
    front.kicker = passage("kicker");
    front.description = passage("description");
    front.feature_alt = passage("featureAlt");
    front.feature = reader_.text("feature").value_or("");
    front.date = reader_.text("date").value_or("");
    front.last_modified = reader_.text("lastmod").value_or("");
    front.layout = reader_.text("layout").value_or("");
    front.place = front.feature.empty() ? node_.place : reader_.place_of("feature");
    language();
    front.all = node_;
    return std::move(result_);
  }

 private:
  std::optional<Passage> passage(const char* key) {
    const auto text = reader_.text(key);
    if (!text) return std::nullopt;
    Passage passage;
    passage.place = reader_.place_of(key);
    const char first = character_at(text_, start_, passage.place);
    if (first == '"' || first == '\'') ++passage.place.column;
    passage.inlines = take(parse_inlines(*text, passage.place), diagnostics_);
    return passage.inlines.empty() ? std::nullopt : std::optional(std::move(passage));
  }

  void language() {
    const auto tag = reader_.text("lang");
    if (!tag) return;
    result_.language = Language::parse(*tag);
    if (!result_.language)
      diagnostics_.push_back({Severity::error,
                              reader_.place_of("lang"),
                              "front-matter",
                              "no language is known as \"" + *tag + "\"",
                              {"write a language tag: en, nl, ar, zh-Hant"}});
  }

  std::string_view text_;
  const Place& start_;
  const yaml::Node& node_;
  yaml::MappingReader reader_;
  Diagnostics& diagnostics_;
  ReadFrontMatter result_;
};

}  // namespace

Result<PageParts> cut_page(std::string_view text, const Place& file) {
  Result<PageParts> result;
  if (line_at(text, 0) != "---") return result;
  const std::size_t first = text.find('\n');
  if (first != std::string_view::npos) {
    for (std::size_t line = first + 1; line < text.size();) {
      const std::size_t end = std::min(text.find('\n', line), text.size());
      const std::string_view content = line_at(text, line);
      if (content == "---" || content == "...") {
        result.value.has_front_matter = true;
        result.value.yaml = text.substr(first + 1, line - first - 1);
        result.value.body = std::min(end + 1, text.size());
        return result;
      }
      line = end + 1;
    }
  }
  result.diagnostics.push_back(never_ends(file));
  result.value.body = std::min(first == std::string_view::npos ? text.size() : first + 1, text.size());
  return result;
}

Result<ReadFrontMatter> read_front_matter(std::string_view yaml, const Place& start) {
  Result<ReadFrontMatter> result;
  result.value.front.place = start;
  auto parsed = yaml::parse(yaml, start);
  for (Diagnostic& diagnostic : parsed.diagnostics)
    if (diagnostic.code == "yaml") diagnostic.code = "front-matter";
  append(result.diagnostics, std::move(parsed.diagnostics));
  if (!parsed.value || parsed.value->kind == yaml::Kind::null) return result;
  if (parsed.value->kind != yaml::Kind::mapping) {
    result.diagnostics.push_back(
        {Severity::error,
         parsed.value->place,
         "front-matter",
         "the front matter is " + std::string(yaml::name_of(parsed.value->kind)) + ", not a map",
         {"write a key and a value on each line: title: Our page"}});
    return result;
  }
  result.value = FrontMatterReader(yaml, start, *parsed.value, result.diagnostics).read();
  return result;
}

}  // namespace handbill
