#include "render/epub/phrases.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <optional>
#include <variant>

#include "core/unicode.h"
#include "document/address.h"
#include "render/epub/href.h"
#include "render/epub/words.h"
#include "render/epub/xml.h"
#include "text/foreign_parts.h"

namespace handbill::epub {
namespace {

/// Scripts whose type has an italic of its own. The others are never slanted.
bool has_italic(std::string_view script) {
  constexpr std::array<std::string_view, 5> scripts{"Latn", "Cyrl", "Grek", "Armn", "Zyyy"};
  return std::find(scripts.begin(), scripts.end(), script) != scripts.end();
}

/// Whether all letters of a text can be slanted; a text without letters goes by its language.
bool slants(const Inlines& inlines, const Language& language) {
  const std::u16string text = to_utf16(plain_text(inlines));
  bool letters = false;
  for (std::size_t at = 0; at < text.size();) {
    UChar32 character = 0;
    U16_NEXT(text.data(), at, text.size(), character);
    if (!u_isalpha(character)) continue;
    UErrorCode status = U_ZERO_ERROR;
    if (!has_italic(uscript_getShortName(uscript_getScript(character, &status)))) return false;
    letters = true;
  }
  return letters || has_italic(language.script());
}

/// The direction that a text by itself reads in; nothing for one without letters.
std::optional<Direction> own_direction(const std::string& text) {
  const std::u16string units = to_utf16(text);
  switch (ubidi_getBaseDirection(units.data(), static_cast<std::int32_t>(units.size()))) {
    case UBIDI_LTR:
      return Direction::left_to_right;
    case UBIDI_RTL:
      return Direction::right_to_left;
    default:  // ICU's values for a paragraph, not for its first letter
      return std::nullopt;
  }
}

class InlineWriter {
 public:
  InlineWriter(const Language& language, const PageContext& context)
      : language_(language), direction_(language.direction()), context_(context) {}

  void write_all(pugi::xml_node parent, const Inlines& inlines) const {
    for (const Inline& item : inlines) std::visit([&](const auto& node) { write(parent, node); }, item.node);
  }

 private:
  void write(pugi::xml_node parent, const Text& text) const {
    const std::u16string units = to_utf16(text.text);
    std::size_t written = 0;
    const auto part = [&](std::size_t end) {
      return to_utf8(std::u16string_view(units).substr(written, end - written));
    };
    for (const ForeignPart& foreign : find_foreign_parts(units, direction_)) {
      add_text(parent, part(foreign.begin));
      written = foreign.begin;
      set_attribute(add_element(parent, "bdi", part(foreign.end)), "dir", name_of(direction_of(foreign)));
      written = foreign.end;
    }
    add_text(parent, part(units.size()));
  }

  Direction direction_of(const ForeignPart& foreign) const {
    const bool from_right = foreign.kind == ForeignPart::Kind::quotation && direction_ == Direction::left_to_right;
    return from_right ? Direction::right_to_left : Direction::left_to_right;
  }

  void write(pugi::xml_node parent, const Code& code) const {
    const pugi::xml_node element = add_element(parent, "code", code.text);
    if (direction_ == Direction::right_to_left || has_right_to_left(to_utf16(code.text)))
      set_attribute(element, "dir", "ltr");
  }

  void write(pugi::xml_node parent, const Emphasis& emphasis) const {
    write_all(add_emphasis(parent, emphasis.children, language_), emphasis.children);
  }
  void write(pugi::xml_node parent, const Strong& strong) const {
    write_all(add_element(parent, "strong"), strong.children);
  }
  void write(pugi::xml_node parent, const Strikethrough& struck) const {
    write_all(add_element(parent, "s"), struck.children);
  }

  void write(pugi::xml_node parent, const Link& link) const {
    const std::string href = href_of(link.address, context_);
    pugi::xml_node element = parent;
    if (!href.empty()) {
      element = add_element(parent, "a");
      set_attribute(element, "href", href);
      if (!link.title.empty()) set_attribute(element, "title", link.title);
    }
    const std::string label = plain_text(link.children);
    if (says_address(label, link.address)) return add_address(element, label);
    // A Latin name or hashtag in Arabic: a direction of its own keeps it apart from what stands around it.
    InlineWriter inside = *this;
    if (const auto direction = own_direction(label); direction && *direction != direction_) {
      set_attribute(href.empty() ? element = add_element(parent, "bdi") : element, "dir", name_of(*direction));
      inside.direction_ = *direction;
    }
    inside.write_all(element, link.children);
    const std::string_view address = shown_address(link.address);
    if (!href.empty() || address.empty()) return;
    add_text(parent, " (");
    add_address(parent, address);
    add_text(parent, ")");
  }

  /// An image that could not be loaded leaves its description.
  void write(pugi::xml_node parent, const InlineImage& image) const {
    const ImageFile* file = context_.plan.image(image.address);
    if (file == nullptr) {
      if (!image.alt.empty()) write_all(add_emphasis(parent, image.alt, language_), image.alt);
      return;
    }
    const pugi::xml_node element = add_element(parent, "img");
    set_source(element, *file);
    set_attribute(element, "alt", plain_text(image.alt));
    if (!image.title.empty()) set_attribute(element, "title", image.title);
  }

  void write(pugi::xml_node parent, const HardBreak&) const { add_element(parent, "br"); }

  void write(pugi::xml_node parent, const FootnoteReference& reference) const {
    const NoteBook::Mark mark = context_.notes.mention(reference.number, context_.file);
    const std::string number = context_.words.number(reference.number);
    const pugi::xml_node raised = add_element(parent, "sup");
    if (mark.href.empty()) return add_text(raised, number);
    const pugi::xml_node element = add_element(raised, "a", number);
    set_attribute(element, "epub:type", "noteref");
    set_attribute(element, "role", "doc-noteref");
    set_attribute(element, "id", mark.id);
    set_attribute(element, "href", mark.href);
    set_label(element, "footnote", context_.words, {{"number", std::int64_t{reference.number}}});
  }

  const Language& language_;
  Direction direction_;  ///< of the element that is written into
  const PageContext& context_;
};

}  // namespace

void write_inlines(pugi::xml_node parent, const Inlines& inlines, const Language& language,
                   const PageContext& context) {
  InlineWriter(language, context).write_all(parent, inlines);
}

void write_passage(pugi::xml_node element, const Passage& passage, const PageContext& context) {
  if (passage.language) set_language(element, *passage.language);
  write_inlines(element, passage.inlines, passage.language.value_or(context.document.language), context);
}

void set_source(pugi::xml_node image, const ImageFile& file) {
  set_attribute(image, "src", file.name);
  if (file.image->alpha) set_attribute(image, "class", "transparent");
}

void add_address(pugi::xml_node parent, std::string_view address) {
  const pugi::xml_node element = add_element(parent, "bdi", address);
  set_attribute(element, "dir", "ltr");
  // The groups of a telephone number stay on one line; the letters of a long address may be broken anywhere.
  set_attribute(element, "class", address.find(' ') == std::string_view::npos ? "address" : "telephone");
}

pugi::xml_node add_emphasis(pugi::xml_node parent, const Inlines& text, const Language& language) {
  const pugi::xml_node element = add_element(parent, "em");
  if (!slants(text, language)) set_attribute(element, "class", "upright");
  return element;
}

std::string href_of(std::string_view address, const PageContext& context) {
  if (const Target* target = context.plan.anchor(address))
    return (target->file == context.file ? std::string() : target->file) + "#" + target->id;
  return external_href(address).value_or(std::string());
}

}  // namespace handbill::epub
