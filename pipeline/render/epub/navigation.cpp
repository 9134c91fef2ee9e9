// The navigation document: table of contents and landmarks.
#include <vector>

#include "render/epub/page_frame.h"
#include "render/epub/pages.h"
#include "render/epub/words.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

/// Headings below these levels make a table of contents longer than it helps.
constexpr int listed_depth = 3;

pugi::xml_node add_link(pugi::xml_node list, const std::string& href, const std::string& text) {
  const pugi::xml_node link = add_element(add_element(list, "li"), "a", text);
  set_attribute(link, "href", href);
  return link;
}

/// A link to the title page, by its name.
pugi::xml_node add_title_link(pugi::xml_node list, const PageInput& input) {
  const pugi::xml_node link = add_link(list, input.plan.files.front().name, title_text(input.document));
  const auto& title = input.document.front.title;
  if (title && title->language) set_language(link, *title->language);
  return link;
}

/// Sections inside each other as lists inside each other. A level that is skipped in the text is not skipped here.
class ContentsWriter {
 public:
  explicit ContentsWriter(pugi::xml_node list) : open_{{0, list}} {}

  void add(const Entry& entry) {
    while (open_.size() > 1 && open_.back().depth >= entry.depth) open_.pop_back();
    pugi::xml_node list = open_.back().element;
    if (open_.size() > 1) {
      const pugi::xml_node item = list;
      list = item.child("ol") ? item.child("ol") : add_element(item, "ol");
    }
    const pugi::xml_node link =
        add_link(list, entry.target.file + "#" + entry.target.id, plain_text(entry.heading->text.inlines));
    if (entry.heading->text.language) set_language(link, *entry.heading->text.language);
    open_.push_back({entry.depth, link.parent()});
  }

 private:
  struct Open {
    int depth = 0;
    pugi::xml_node element;  ///< the outermost list, then items
  };
  std::vector<Open> open_;
};

void write_contents(pugi::xml_node body, const PageInput& input) {
  const pugi::xml_node nav = add_element(body, "nav");
  set_attribute(nav, "epub:type", "toc");
  set_attribute(nav, "role", "doc-toc");
  set_attribute(nav, "id", "toc");
  set_attribute(nav, "aria-labelledby", "contents");
  set_attribute(add_words(nav, "h1", "contents", input.words), "id", "contents");
  const pugi::xml_node list = add_element(nav, "ol");
  if (input.plan.has_title_page) add_title_link(list, input);
  ContentsWriter contents(list);
  for (const Entry& entry : input.plan.entries)
    if (entry.depth <= listed_depth && !plain_text(entry.heading->text.inlines).empty()) contents.add(entry);
}

/// Where the text starts: the first section, or the only page.
const std::string& first_text(const Plan& plan) {
  return plan.files[plan.has_title_page && plan.files.size() > 1 ? 1 : 0].name;
}

void write_landmarks(pugi::xml_node body, const PageInput& input) {
  const pugi::xml_node nav = add_element(body, "nav");
  set_attribute(nav, "epub:type", "landmarks");
  set_attribute(nav, "aria-labelledby", "landmarks");
  set_attribute(nav, "hidden", "hidden");
  set_attribute(add_words(nav, "h2", "landmarks", input.words), "id", "landmarks");
  const pugi::xml_node list = add_element(nav, "ol");
  const auto add = [&](const char* type, const std::string& href, std::string_view key) {
    const pugi::xml_node link = add_words(add_element(list, "li"), "a", key, input.words);
    set_attribute(link, "epub:type", type);
    set_attribute(link, "href", href);
  };
  add("cover", cover_file, "cover");
  if (input.plan.has_title_page) set_attribute(add_title_link(list, input), "epub:type", "titlepage");
  add("toc", std::string(navigation_file) + "#toc", "contents");
  add("bodymatter", first_text(input.plan), "start-of-text");
}

}  // namespace

std::string navigation_page(const PageInput& input) {
  pugi::xml_document page;
  const pugi::xml_node body = begin_page(page, input.words.message("contents"), input.document.language);
  write_contents(body, input);
  write_landmarks(body, input);
  return serialise(page);
}

}  // namespace handbill::epub
