#include "end_to_end/wanted.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <stdexcept>

#include "core/yaml.h"
#include "end_to_end/printed.h"

namespace handbill::test {
namespace fs = std::filesystem;
namespace {

const fs::path root = HANDBILL_ROOT;

yaml::Node parse_yaml(const std::string& text, const fs::path& path) {
  auto result = yaml::parse(text, Place::in_file(path.string()).at(1, 1));
  if (!result.value) throw std::runtime_error("no YAML: " + path.string());
  return std::move(*result.value);
}

yaml::Node read_yaml(const fs::path& path) {
  return parse_yaml(bytes_of(path), path);
}

std::string front_matter(const std::string& page) {
  const auto end = page.find("\n---\n", 3);
  return page.starts_with("---\n") && end != std::string::npos ? page.substr(4, end - 3) : "";
}

Words words_of_source(const fs::path& path) {
  const std::string page = bytes_of(path);
  std::string text = markdown_text(page);
  const auto front = parse_yaml(front_matter(page), path);
  for (const char* key : {"title", "description", "subtitle", "kicker"})
    if (const auto* value = front.find(key)) text += "\n" + value->scalar;
  return bare_words(text);
}

Words words_of_translation(const fs::path& path) {
  std::string text;
  const auto catalogue = read_yaml(path);
  for (const auto& unit : catalogue.find("units")->items) {
    const std::string id = unit.find("id")->scalar;
    if (id == "featureAlt" || id.ends_with("alt")) continue;
    text += markdown_text(unit.find("target")->scalar) + "\n";
  }
  return bare_words(text);
}

std::vector<Words> not_empty(std::vector<Words> blocks) {
  std::erase_if(blocks, [](const Words& block) { return block.empty(); });
  return blocks;
}

std::vector<Words> blocks_of_translation(const fs::path& path) {
  static const std::set<std::string> front = {"kicker", "title", "subtitle", "description", "featureAlt"};
  std::vector<Words> blocks;
  const auto catalogue = read_yaml(path);
  for (const auto& unit : catalogue.find("units")->items)
    if (!front.contains(unit.find("id")->scalar))
      blocks.push_back(bare_words(markdown_text(unit.find("target")->scalar)));
  return not_empty(std::move(blocks));
}

}  // namespace

std::vector<Words> blocks_of_page(const fs::path& path) {
  std::vector<Words> blocks;
  std::istringstream lines(markdown_text(bytes_of(path)));
  for (std::string line; std::getline(lines, line);) blocks.push_back(bare_words(line));
  return not_empty(std::move(blocks));
}

std::vector<Words> wanted_blocks(const std::string& document, const std::string& locale) {
  const auto translation = root / "locales" / locale / (document + ".yaml");
  return fs::exists(translation) ? blocks_of_translation(translation)
                                 : blocks_of_page(root / "content" / (document + ".md"));
}

std::vector<std::string> content_documents() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root / "content"))
    if (entry.path().extension() == ".md") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> project_locales() {
  std::vector<std::string> locales;
  const auto project = read_yaml(root / "handbill.yaml");
  for (const auto& locale : project.find("locales")->items) locales.push_back(locale.scalar);
  return locales;
}

Words wanted_words(const std::string& document, const std::string& locale) {
  const auto translation = root / "locales" / locale / (document + ".yaml");
  return fs::exists(translation) ? words_of_translation(translation)
                                 : words_of_source(root / "content" / (document + ".md"));
}

}  // namespace handbill::test
