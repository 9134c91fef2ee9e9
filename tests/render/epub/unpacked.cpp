#include "render/epub/unpacked.h"

#include <fmt/format.h>
#include <zip.h>

#include <pugixml.hpp>
#include <set>

#include "support/catch.h"

namespace handbill::test {
namespace {

/// Bytes 10 to 14 of an entry's local header: its time and date, read from the file itself so that no time zone comes
/// between.
std::string time_of(const std::string& epub, const std::string& name) {
  const std::size_t header = epub.find(name);
  REQUIRE(header != std::string::npos);
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(epub[header - 30 + at]); };
  const unsigned time = byte(10) + 256u * byte(11);
  const unsigned date = byte(12) + 256u * byte(13);
  return fmt::format("{}-{:02}-{:02} {:02}:{:02}", 1980 + (date >> 9), (date >> 5) & 15, date & 31, time >> 11,
                     (time >> 5) & 63);
}

void add_text(pugi::xml_node node, std::string& text) {
  static const std::set<std::string> blocks{"p",  "h1", "h2", "h3",  "h4",    "h5", "h6",
                                            "li", "td", "th", "pre", "aside", "br", "span"};
  if (std::string(node.attribute("epub:type").value()) == "noteref") return;
  if (node.type() == pugi::node_pcdata) text += node.value();
  if (std::string(node.name()) == "img") text += std::string(" ") + node.attribute("alt").value() + " ";
  for (const pugi::xml_node child : node.children()) add_text(child, text);
  if (blocks.count(node.name()) > 0) text += "\n";
}

}  // namespace

Unpacked unpack(const std::string& epub) {
  Unpacked book;
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(epub.data(), epub.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(archive != nullptr);
  for (zip_int64_t at = 0; at < zip_get_num_entries(archive, 0); ++at) {
    zip_stat_t facts;
    REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(at), 0, &facts) == 0);
    std::string bytes(facts.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(at), 0);
    REQUIRE(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_fclose(file);
    book.listing += fmt::format("{} {} {}\n", facts.name, facts.comp_method == ZIP_CM_STORE ? "stored" : "deflated",
                                time_of(epub, facts.name));
    book.names.emplace_back(facts.name);
    book.files[facts.name] = std::move(bytes);
  }
  zip_discard(archive);
  return book;
}

std::string visible_text(const Unpacked& book) {
  pugi::xml_document package;
  REQUIRE(package.load_string(book.files.at("EPUB/package.opf").c_str()));
  std::string text;
  for (const pugi::xml_node item : package.child("package").child("spine").children("itemref")) {
    if (std::string(item.attribute("linear").value()) == "no") continue;
    const std::string id = item.attribute("idref").value();
    const pugi::xml_node entry = package.child("package").child("manifest").find_child_by_attribute("id", id.c_str());
    pugi::xml_document page;
    REQUIRE(page.load_string(book.files.at(std::string("EPUB/") + entry.attribute("href").value()).c_str(),
                             pugi::parse_default | pugi::parse_ws_pcdata));
    add_text(page.child("html").child("body"), text);
  }
  return text;
}

}  // namespace handbill::test
