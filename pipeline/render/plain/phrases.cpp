#include "render/plain/phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>

#include "core/unicode.h"
#include "document/address.h"

namespace handbill::plain {
namespace {

/// Noncharacters, which no text contains: they hold the places of a message's arguments until flows are put there.
constexpr std::string_view first_slot = "\uFDD0";
constexpr std::string_view second_slot = "\uFDD1";

/// `message` with each slot replaced by its flow.
Flow fill(std::string_view message, const Language& language, const std::array<const Flow*, 2>& values) {
  Flow flow{.language = language};
  while (!message.empty()) {
    const std::size_t first = message.find(first_slot);
    const std::size_t second = message.find(second_slot);
    const std::size_t slot = std::min(first, second);
    append(flow, message.substr(0, slot));
    if (slot == std::string_view::npos) break;
    append(flow, *values[slot == first ? 0 : 1]);
    message.remove_prefix(slot + first_slot.size());
  }
  return flow;
}

class PhraseWriter {
 public:
  PhraseWriter(Flow& flow, const PhraseContext& context) : flow_(flow), context_(context) {}

  void write(const Inlines& inlines) {
    for (const Inline& item : inlines) std::visit([&](const auto& node) { write(node); }, item.node);
  }

 private:
  void write(const Text& text) { append(flow_, text.text); }

  void write(const Code& code) { append_verbatim(flow_, "`" + code.text + "`"); }

  void write(const Emphasis& emphasis) { write_between('_', emphasis.children); }
  void write(const Strong& strong) { write_between('*', strong.children); }
  void write(const Strikethrough& struck) { write_between('~', struck.children); }

  void write(const Link& link) {
    const std::string label = plain_text(link.children);
    if (says_address(label, link.address)) return append_address(flow_, label);
    write(link.children);
    if (shown_address(link.address).empty()) return;
    const int number = context_.links.number_of(link.address, link.title);
    append_joined(flow_, " [" + context_.words.number(number) + "]");
  }

  void write(const InlineImage& image) {
    Flow description{.language = flow_.language};
    PhraseWriter(description, context_).write(image.alt);
    append(flow_, image_flow(description, image.title, context_));
  }

  void write(const HardBreak&) { append_break(flow_); }

  void write(const FootnoteReference& reference) {
    append_joined(flow_, "[^" + context_.words.number(reference.number) + "]");
  }

  void write_between(char mark, const Inlines& children) {
    const std::string delimiter(1, mark);
    const std::size_t start = flow_.text.size();
    append(flow_, delimiter);
    keep_with_next(flow_, start);
    write(children);
    keep_with_previous(flow_, flow_.text.size());
    append(flow_, delimiter);
  }

  Flow& flow_;
  const PhraseContext& context_;
};

}  // namespace

Flow flow_of(const Passage& passage, const PhraseContext& context) {
  Flow flow{.language = passage.language.value_or(context.document_language)};
  PhraseWriter(flow, context).write(passage.inlines);
  return flow;
}

Flow word_flow(std::string_view key, const Interface& words) {
  Flow flow{.language = words.language_of(key)};
  append(flow, words.message(key));
  return flow;
}

Flow labelled(const Flow& label, const Flow& value, const PhraseContext& context) {
  const std::string message =
      context.words.message("labelled", {{"label", std::string(first_slot)}, {"value", std::string(second_slot)}});
  return fill(message, context.document_language, {&label, &value});
}

Flow image_flow(const Flow& description, std::string_view title, const PhraseContext& context) {
  if (description.empty() && title.empty()) return description;
  Flow what = description;
  if (!what.empty() && !title.empty()) append(what, " – ");
  append(what, title);
  const std::string message = "[" + context.words.message("image", {{"description", std::string(first_slot)}}) + "]";
  return fill(message, context.words.language_of("image"), {&what, &what});
}

}  // namespace handbill::plain
