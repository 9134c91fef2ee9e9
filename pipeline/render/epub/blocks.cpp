#include "render/epub/blocks.h"

#include <algorithm>
#include <array>
#include <string>
#include <variant>

#include "document/address.h"
#include "render/epub/tables.h"
#include "render/epub/words.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

class BlockWriter {
 public:
  explicit BlockWriter(const PageContext& context) : context_(context) {}

  void write_all(pugi::xml_node parent, std::span<const Block> blocks) const {
    for (const Block& block : blocks) std::visit([&](const auto& node) { write(parent, node); }, block.node);
  }

  void write(pugi::xml_node parent, const Figure& figure) const {
    const ImageFile* file = context_.plan.image(figure.address);
    if (file == nullptr) return write_missing(parent, figure);
    const pugi::xml_node image = add_element(add_element(parent, "figure"), "img");
    if (figure.alt.language) set_language(image, *figure.alt.language);
    set_source(image, *file);
    set_attribute(image, "alt", plain_text(figure.alt.inlines));
    if (!figure.title.empty()) set_attribute(image, "title", figure.title);
  }

 private:
  void write_missing(pugi::xml_node parent, const Figure& figure) const {
    if (figure.alt.inlines.empty()) return;
    const Language& language = figure.alt.language ? *figure.alt.language : context_.document.language;
    const pugi::xml_node paragraph = add_element(parent, "p");
    set_attribute(paragraph, "class", "missing");
    if (figure.alt.language) set_language(paragraph, language);
    write_inlines(add_emphasis(paragraph, figure.alt.inlines, language), figure.alt.inlines, language, context_);
  }

  void write(pugi::xml_node parent, const Heading& heading) const {
    const std::string name = "h" + std::to_string(std::clamp(heading.level, 1, 6));
    const pugi::xml_node element = add_element(parent, name.c_str());
    const auto target = context_.plan.headings.find(&heading);
    if (target != context_.plan.headings.end()) set_attribute(element, "id", target->second.id);
    write_passage(element, heading.text, context_);
  }

  void write(pugi::xml_node parent, const Paragraph& paragraph) const {
    write_passage(add_element(parent, "p"), paragraph.text, context_);
  }

  void write(pugi::xml_node parent, const List& list) const {
    const pugi::xml_node element = add_element(parent, list.ordered ? "ol" : "ul");
    if (list.ordered && list.start != 1) set_attribute(element, "start", std::to_string(list.start));
    const bool boxes =
        std::any_of(list.items.begin(), list.items.end(), [](const ListItem& item) { return item.done.has_value(); });
    std::string classes = list.tight ? "tight" : "loose";
    if (boxes && !list.ordered) classes += " tasks";
    set_attribute(element, "class", classes);
    for (const ListItem& item : list.items) write(element, item);
  }

  /// A box stands at the start of the item's first paragraph, as part of its text.
  void write(pugi::xml_node parent, const ListItem& item) const {
    pugi::xml_node element = add_element(parent, "li");
    write_all(element, item.blocks);
    if (!item.done) return;
    pugi::xml_node first = element.first_child();
    if (std::string_view(first.name()) != "p") first = element.prepend_child("p");
    const pugi::xml_node box = first.prepend_child("span");
    add_text(box, *item.done ? "☑" : "☐");
    set_attribute(box, "class", "box");
    set_attribute(box, "role", "img");
    set_label(box, *item.done ? "task-done" : "task-open", context_.words);
    first.insert_child_after(pugi::node_pcdata, box).set_value(" ");
  }

  void write(pugi::xml_node parent, const Quote& quote) const {
    write_all(add_element(parent, "blockquote"), quote.blocks);
  }

  void write(pugi::xml_node parent, const CodeBlock& code) const {
    const pugi::xml_node element = add_element(parent, "pre");
    set_attribute(element, "dir", "ltr");
    add_element(element, "code", code.text);
  }

  void write(pugi::xml_node parent, const Table& table) const { write_table(parent, table, context_); }

  void write(pugi::xml_node parent, const Rule&) const { add_element(parent, "hr"); }

  /// A link block: what to do, and the address for those who read this without a network.
  void write(pugi::xml_node parent, const CallToAction& action) const {
    const pugi::xml_node block = add_element(parent, "p");
    set_attribute(block, "class", "action");
    const std::string href = href_of(action.address, context_);
    const pugi::xml_node target = add_element(block, href.empty() ? "span" : "a");
    if (!href.empty()) set_attribute(target, "href", href);
    const std::string_view address = shown_address(action.address);
    if (says_address(plain_text(action.label.inlines), action.address)) return add_address(target, address);
    const pugi::xml_node label = add_element(target, "span");
    set_attribute(label, "class", "label");
    write_passage(label, action.label, context_);
    if (address.empty()) return;
    add_text(target, " ");
    add_address(target, address);
  }

  const PageContext& context_;
};

/// The way back, at the end of the note's last paragraph.
void write_back_link(pugi::xml_node note, const Footnote& footnote, const PageContext& context) {
  const std::string mark = context.notes.first_mark(footnote.number);
  if (mark.empty()) return;
  pugi::xml_node last = note.last_child();
  if (std::string_view(last.name()) != "p") last = add_element(note, "p");
  add_text(last, " ");
  const pugi::xml_node link = add_element(last, "a", "↩");
  set_attribute(link, "role", "doc-backlink");
  set_attribute(link, "href", "#" + mark);
  set_label(link, "back-to-text", context.words);
}

void write_note(pugi::xml_node parent, const Footnote& footnote, const PageContext& context) {
  pugi::xml_node note = add_element(parent, "aside");
  set_attribute(note, "epub:type", "footnote");
  set_attribute(note, "role", "doc-footnote");
  set_attribute(note, "id", note_id(footnote.number));
  write_blocks(note, footnote.blocks, context);
  pugi::xml_node first = note.first_child();
  if (std::string_view(first.name()) != "p") first = note.prepend_child("p");
  first.prepend_child(pugi::node_pcdata).set_value(" ");
  const pugi::xml_node number = first.prepend_child("span");
  set_attribute(number, "class", "number");
  add_text(number, context.words.number(footnote.number));
  write_back_link(note, footnote, context);
}

}  // namespace

void write_blocks(pugi::xml_node parent, std::span<const Block> blocks, const PageContext& context) {
  BlockWriter(context).write_all(parent, blocks);
}

void write_figure(pugi::xml_node parent, const Figure& figure, const PageContext& context) {
  BlockWriter(context).write(parent, figure);
}

void write_notes(pugi::xml_node parent, const PageContext& context, bool rest) {
  std::vector<const Footnote*> notes = context.notes.take_mentioned();
  if (notes.empty() && rest) notes = context.notes.take_rest(context.file);
  if (notes.empty()) return;
  const pugi::xml_node section = add_element(parent, "div");
  set_attribute(section, "class", "notes");
  while (!notes.empty()) {
    for (const Footnote* note : notes) write_note(section, *note, context);
    notes = context.notes.take_mentioned();
    if (notes.empty() && rest) notes = context.notes.take_rest(context.file);
  }
}

}  // namespace handbill::epub
