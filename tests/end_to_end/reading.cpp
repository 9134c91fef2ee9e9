#include "end_to_end/reading.h"

#include <zip.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <pugixml.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "end_to_end/printed.h"

namespace handbill::test {
namespace fs = std::filesystem;
namespace {

std::string output_of(const std::vector<std::string>& command) {
  auto finished = run(command);
  if (finished.status != 0) throw std::runtime_error(command[0] + " failed: " + finished.err);
  return std::move(finished.out);
}

/// Every object of a PDF, written as qpdf writes them: "/Key": value, strings as "u:…".
std::string qpdf_json(const fs::path& path) {
  return output_of({"qpdf", "--json=2", path.string()});
}

std::size_t matches(const std::string& text, const std::string& pattern) {
  const std::regex what(pattern);
  return static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), what), {}));
}

class Archive {
 public:
  explicit Archive(const fs::path& path) : zip_(zip_open(path.c_str(), ZIP_RDONLY, nullptr), zip_discard) {
    if (!zip_) throw std::runtime_error("no ZIP archive: " + path.string());
  }

  std::string read(const std::string& name) const {
    zip_stat_t facts;
    if (zip_stat(zip_.get(), name.c_str(), 0, &facts) != 0) throw std::runtime_error("the archive has no " + name);
    std::string bytes(facts.size, '\0');
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(zip_.get(), name.c_str(), 0), zip_fclose);
    if (!file || zip_fread(file.get(), bytes.data(), facts.size) != static_cast<zip_int64_t>(facts.size))
      throw std::runtime_error("cannot read " + name);
    return bytes;
  }

 private:
  std::unique_ptr<zip_t, void (*)(zip_t*)> zip_;
};

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) throw std::runtime_error(result.description());
  return document;
}

/// Local names: elements may have a prefix.
std::string local(const char* name) {
  const std::string full = name;
  return full.substr(full.find(':') + 1);
}

void find_all(const pugi::xml_node& root, const std::string& name, std::vector<pugi::xml_node>& found) {
  struct Walker : pugi::xml_tree_walker {
    const std::string* wanted = nullptr;
    std::vector<pugi::xml_node>* found = nullptr;
    bool for_each(pugi::xml_node& node) override {
      if (local(node.name()) == *wanted) found->push_back(node);
      return true;
    }
  } walker;
  walker.wanted = &name;
  walker.found = &found;
  const_cast<pugi::xml_node&>(root).traverse(walker);
}

std::vector<pugi::xml_node> all(const pugi::xml_node& root, const std::string& name) {
  std::vector<pugi::xml_node> found;
  find_all(root, name, found);
  return found;
}

std::vector<std::string> chapters_of(const Archive& archive, std::string& folder) {
  const auto container = parsed(archive.read("META-INF/container.xml"));
  const std::string package = all(container, "rootfile").at(0).attribute("full-path").value();
  folder = package.substr(0, package.rfind('/') + 1);
  const auto description = parsed(archive.read(package));
  std::vector<std::string> names;
  for (const auto& reference : all(description, "itemref")) {
    if (std::string(reference.attribute("linear").value()) == "no") continue;
    for (const auto& item : all(description, "item"))
      if (std::string(item.attribute("id").value()) == reference.attribute("idref").value())
        names.push_back(item.attribute("href").value());
  }
  return names;
}

std::string text_below(const pugi::xml_node& root) {
  static const std::set<std::string> inlines = {"a",    "abbr", "b",   "bdi",  "bdo",    "cite", "code", "dfn",
                                                "em",   "i",    "kbd", "mark", "q",      "s",    "samp", "small",
                                                "span", "sub",  "sup", "del",  "strong", "u",    "var"};
  struct Walker : pugi::xml_tree_walker {
    std::string text;
    bool for_each(pugi::xml_node& node) override {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        text += node.value();
      } else if (node.type() == pugi::node_element && !inlines.contains(local(node.name()))) {
        text += "\n";
      }
      return true;
    }
  } walker;
  const_cast<pugi::xml_node&>(root).traverse(walker);
  return walker.text + "\n";
}

}  // namespace

std::string pdf_text(const fs::path& path) {
  return output_of({"pdftotext", "-enc", "UTF-8", path.string(), "-"});
}

std::string pdf_structure_text(const fs::path& path) {
  std::istringstream lines(output_of({"pdfinfo", "-struct-text", path.string()}));
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    const auto start = line.find_first_not_of(' ');
    if (start == std::string::npos) continue;
    if (line[start] == '"' && line.size() > start + 1) {
      text += line.substr(start + 1, line.size() - start - 2);
    } else if (line[start] != '/' && line.find("(inline)") == std::string::npos &&
               line.find(" Object ") > line.size()) {
      text += '\n';
    }
  }
  return text;
}

std::vector<std::string> pdf_addresses(const fs::path& path) {
  const std::string json = qpdf_json(path);
  static const std::regex address(R"re("/URI": "u:([^"]+)")re");
  std::vector<std::string> found;
  for (std::sregex_iterator match(json.begin(), json.end(), address), end; match != end; ++match) {
    const std::string uri = (*match)[1].str();
    if (std::ranges::find(found, uri) == found.end()) found.push_back(uri);
  }
  return found;
}

std::size_t pdf_internal_links(const fs::path& path) {
  return matches(qpdf_json(path), R"re("/(Dest)": |"/S": "/(GoTo)")re");
}

std::size_t pdf_elements(const fs::path& path, const std::string& type) {
  return matches(qpdf_json(path), R"re("/S": "/)re" + type + "\"");
}

std::string epub_text(const fs::path& path) {
  const Archive archive(path);
  std::string folder;
  std::string text;
  for (const auto& name : chapters_of(archive, folder)) {
    const auto chapter = parsed(archive.read(folder + name));
    for (const auto& body : all(chapter, "body")) text += text_below(body);
  }
  return text;
}

std::string text_of(const fs::path& path) {
  const auto kind = path.extension();
  return kind == ".pdf" ? pdf_text(path) : kind == ".epub" ? epub_text(path) : bytes_of(path);
}

}  // namespace handbill::test
