#include "render/epub/pages.h"

#include "render/epub/blocks.h"
#include "render/epub/page_frame.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

void add_passage(pugi::xml_node parent, const char* name, const char* style, const Passage& passage,
                 const PageContext& context) {
  const pugi::xml_node element = add_element(parent, name);
  set_attribute(element, "class", style);
  write_passage(element, passage, context);
}

/// What the page is called: the front matter's title, else the heading that serves as one.
const Passage* title_passage(const PageInput& input) {
  if (input.document.front.title) return &*input.document.front.title;
  return input.plan.title != nullptr ? &input.plan.title->text : nullptr;
}

/// Where the heading is that serves as title; null when none does.
const Target* title_target(const Plan& plan) {
  return plan.title != nullptr ? &plan.headings.at(plan.title) : nullptr;
}

/// The feature image, as an image that stands alone.
void write_feature(pugi::xml_node parent, const PageContext& context) {
  const FrontMatter& front = context.document.front;
  if (front.feature.empty() && !front.feature_alt) return;
  write_figure(parent, {front.feature, {}, front.feature_alt.value_or(Passage{})}, context);
}

void write_title_page(pugi::xml_node body, const PageInput& input, const ContentFile& file,
                      const PageContext& context) {
  const FrontMatter& front = input.document.front;
  pugi::xml_node header = add_element(body, "header");
  set_attribute(header, "epub:type", "titlepage");
  if (front.kicker) add_passage(header, "p", "kicker", *front.kicker, context);
  if (const Passage* title = title_passage(input)) {
    add_passage(header, "h1", "title", *title, context);
    if (const Target* target = title_target(input.plan)) set_attribute(header.last_child(), "id", target->id);
  }
  if (front.subtitle) {
    add_passage(header, "p", "subtitle", *front.subtitle, context);
    set_attribute(header.last_child(), "epub:type", "subtitle");
    set_attribute(header.last_child(), "role", "doc-subtitle");
  }
  if (front.description) add_passage(header, "p", "lead", *front.description, context);
  write_feature(header, context);
  if (!header.first_child()) body.remove_child(header);
  write_blocks(body, file.opening, context);
}

void write_section(pugi::xml_node body, const Section& section, const PageContext& context) {
  const pugi::xml_node element = add_element(body, "section");
  if (!section.continues) set_attribute(element, "epub:type", "chapter");
  if (!section.continues) set_attribute(element, "role", "doc-chapter");
  set_attribute(element, "aria-labelledby", context.plan.headings.at(section.heading).id);
  write_blocks(element, section.blocks, context);
}

/// The image with its alternative text, or nothing.
void write_cover_image(pugi::xml_node body, const PageInput& input) {
  const FrontMatter& front = input.document.front;
  const ImageFile* file = input.plan.image(front.feature);
  if (file == nullptr) return;
  const pugi::xml_node image = add_element(add_element(body, "figure"), "img");
  if (front.feature_alt && front.feature_alt->language) set_language(image, *front.feature_alt->language);
  set_source(image, *file);
  set_attribute(image, "alt", front.feature_alt ? plain_text(front.feature_alt->inlines) : std::string());
}

void write_cover_text(pugi::xml_node body, const PageInput& input) {
  const auto add = [&](const char* name, const char* style, const Passage& passage) {
    const pugi::xml_node element = add_element(body, name, plain_text(passage.inlines));
    set_attribute(element, "class", style);
    if (passage.language) set_language(element, *passage.language);
  };
  if (input.document.front.kicker) add("p", "kicker", *input.document.front.kicker);
  if (const Passage* title = title_passage(input))
    add("h1", "title", *title);
  else
    set_attribute(add_element(body, "h1", title_text(input.document)), "class", "title");
  if (const Target* target = title_target(input.plan); target != nullptr && target->file == cover_file)
    set_attribute(body.last_child(), "id", target->id);
  if (input.document.front.subtitle) add("p", "subtitle", *input.document.front.subtitle);
  write_cover_image(body, input);
}

/// All that the cover says, for whoever does not see it.
std::string cover_words(const PageInput& input) {
  const FrontMatter& front = input.document.front;
  std::string words;
  const auto add = [&](const std::string& text) {
    if (!words.empty() && !text.empty()) words += " – ";
    words += text;
  };
  if (front.kicker) add(plain_text(front.kicker->inlines));
  add(title_text(input.document));
  if (front.subtitle) add(plain_text(front.subtitle->inlines));
  if (front.feature_alt && input.plan.image(front.feature) != nullptr) add(plain_text(front.feature_alt->inlines));
  return words;
}

void write_cover_picture(pugi::xml_node body, const PageInput& input) {
  const pugi::xml_node frame = add_element(body, "figure");
  set_attribute(frame, "class", "picture");
  const pugi::xml_node image = add_element(frame, "img");
  set_attribute(image, "src", cover_picture_file);
  set_attribute(image, "alt", cover_words(input));
  set_attribute(image, "role", "doc-cover");
}

}  // namespace

std::string cover_page(const PageInput& input) {
  pugi::xml_document page;
  const pugi::xml_node body = begin_page(page, input.words.message("cover"), input.document.language, "cover");
  set_attribute(body, "class", "cover");
  if (input.cover == CoverKind::picture)
    write_cover_picture(body, input);
  else
    write_cover_text(body, input);
  return serialise(page);
}

std::string content_page(const PageInput& input, const ContentFile& file, NoteBook& notes) {
  pugi::xml_document page;
  const std::string title =
      file.sections.empty() ? title_text(input.document) : plain_text(file.sections.front().heading->text.inlines);
  const char* part = file.sections.empty() && input.plan.files.size() > 1 ? "frontmatter" : "bodymatter";
  const pugi::xml_node body = begin_page(page, title, input.document.language, part);
  const PageContext context{input.document, input.plan, input.words, notes, file.name};
  if (file.sections.empty()) write_title_page(body, input, file, context);
  for (const Section& section : file.sections) write_section(body, section, context);
  write_notes(body, context, &file == &input.plan.files.back());
  return serialise(page);
}

}  // namespace handbill::epub
