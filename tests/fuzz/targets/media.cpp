// A page as plain text and as an e-book: both say everything that it says, in its order.
#include <unicode/uchar.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <pugixml.hpp>

#include "core/unicode.h"
#include "document/walk.h"
#include "fuzz/fuzz.h"
#include "render/epub/epub.h"
#include "render/plain/plain.h"
#include "source/resolve.h"

namespace {

using namespace handbill;

// Letters alone: what is the same however lines are broken, numbered and marked.
std::u16string letters_of(std::string_view utf8) {
  std::u16string letters;
  for (const char16_t unit : to_utf16(utf8))
    if (u_isalpha(unit)) letters += static_cast<char16_t>(u_foldCase(unit, U_FOLD_CASE_DEFAULT));
  return letters;
}

/// Each passage outside tables, notes and front matter, in reading order; code too.
std::u16string body_of(const Document& document) {
  std::u16string body;
  const auto add = [&](const Inlines& inlines) { body += letters_of(plain_text(inlines)); };
  Document bare = document;
  bare.footnotes.clear();
  bare.front = {};
  for_each_block(bare, [&](const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) add(paragraph->text.inlines);
    if (const auto* heading = std::get_if<Heading>(&block.node)) add(heading->text.inlines);
    if (const auto* call = std::get_if<CallToAction>(&block.node)) add(call->label.inlines);
    if (const auto* code = std::get_if<CodeBlock>(&block.node)) body += letters_of(code->text);
  });
  return body;
}

/// Whether `all` has the letters of `wanted` in their order, perhaps with others between them.
bool says(const std::u16string& all, const std::u16string& wanted) {
  std::size_t at = 0;
  for (const char16_t letter : all) at += at < wanted.size() && wanted[at] == letter;
  return at == wanted.size();
}

class Archive {
 public:
  explicit Archive(const std::string& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    fuzz::promise(zip_ != nullptr, "an e-book is no archive");
  }

  pugi::xml_document xml(const std::string& name) const {
    zip_stat_t facts;
    fuzz::promise(zip_stat(zip_.get(), name.c_str(), 0, &facts) == 0, "a file of an e-book is not there");
    std::string bytes(facts.size, '\0');
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(zip_.get(), name.c_str(), 0), zip_fclose);
    fuzz::promise(zip_fread(file.get(), bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()),
                  "a file of an e-book cannot be read");
    pugi::xml_document document;
    fuzz::promise(document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata),
                  "a file of an e-book is no XML");
    return document;
  }

 private:
  std::unique_ptr<zip_t, decltype(&zip_discard)> zip_{nullptr, zip_discard};
};

struct TextWalker : pugi::xml_tree_walker {
  std::string text;
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata) text += node.value();
    if (std::string_view(node.name()) == "img") text += node.attribute("alt").value();
    return true;
  }
};

std::string text_of(const std::string& epub) {
  const Archive archive(epub);
  const pugi::xml_document package = archive.xml("EPUB/package.opf");
  const pugi::xml_node manifest = package.child("package").child("manifest");
  TextWalker walker;
  for (const pugi::xml_node item : package.child("package").child("spine").children("itemref")) {
    const pugi::xml_node entry = manifest.find_child_by_attribute("id", item.attribute("idref").value());
    pugi::xml_document page = archive.xml(std::string("EPUB/") + entry.attribute("href").value());
    page.child("html").child("body").traverse(walker);
  }
  return std::move(walker.text);
}

}  // namespace

void handbill::fuzz::targets::media(std::string_view input) {
  for (const std::string_view tag : {"en", "ar"}) {
    const Document document = take(resolve_links(parsed(input, tag), "https://example.org"));
    const std::u16string body = body_of(document);
    const Interface words = Interface::fallback(document.language);
    for (const int width : {20, 72})
      for (const TextFormat format : {TextFormat::fixed, TextFormat::flowed}) {
        const std::string text = plain::write({.document = document, .words = words, .width = width, .format = format});
        promise(says(letters_of(text), body), "a text does not say all that its page says");
      }
    const std::string book = epub::write({.document = document, .images = {}, .words = words, .site = ""});
    promise(says(letters_of(text_of(book)), body), "an e-book does not say all that its page says");
  }
}
