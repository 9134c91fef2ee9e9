#include "layout/styled.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/bidi_controls.h"
#include "core/unicode.h"
#include "document/address.h"
#include "layout/isolation.h"
#include "text/foreign_parts.h"

namespace handbill {
namespace {

constexpr char16_t narrow_no_break_space = u'\u202F';
constexpr char16_t line_separator = u'\u2028';

// How far above the baseline a superscript mark stands and how large it is, in em of the text beside it.
constexpr double mark_rise = 0.36;
constexpr double mark_size = 0.62;

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool is_external(std::string_view address) {
  return !address.empty() && address.front() != '#';
}

bool is_closing_punctuation(char32_t character) {
  switch (u_charType(static_cast<UChar32>(character))) {
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return true;
    default:
      return std::u32string_view(U".,;:!?'\"،؛؟。，").find(character) != std::u32string_view::npos;
  }
}

std::u16string upper_case(const std::u16string& text, const Language& language) {
  icu::UnicodeString upper(text.data(), static_cast<int32_t>(text.size()));
  upper.toUpper(icu::Locale::createFromName(language.tag().c_str()));
  return {upper.getBuffer(), static_cast<std::size_t>(upper.length())};
}

/// Walks a passage's inlines and writes them down as styled text.
class PassageWriter {
 public:
  PassageWriter(Composition& composition, const Language& language, const PassageStyle& style)
      : composition_(composition), style_(style), language_(language) {
    result_.direction = language.direction();
    link_ = style.link;
    link_structure_ = style.structure;
    result_.language = language;
    result_.cohesion = composition.cohesion();
    result_.sizes = style.type.sizes;
  }

  void write(const Inlines& inlines) {
    for (const Inline& node : inlines) {
      place_ = node.place;
      std::visit([this](const auto& kind) { write(kind); }, node.node);
    }
  }

  void write_phrase_line(const Inlines& inlines) {
    Inlines rest(inlines.begin() + 1, inlines.end());
    write({inlines.front()});
    if (rest.empty()) return;
    if (auto* text = std::get_if<Text>(&rest.front().node)) text->text.erase(0, text->text.find_first_not_of(' '));
    append(std::u16string(1, line_separator));
    write(rest);
  }

  void write_text(std::string_view text) { append(to_utf16(text)); }
  void write_isolated(std::string_view text) { append_isolated(to_utf16(text), left_to_right_isolate); }

  TaggedText finish() {
    flush_mark();
    isolate_foreign(result_);
    return {std::move(result_), std::make_shared<const RunMeanings>(std::move(meanings_))};
  }

 private:
  void write(const Text& text) {
    std::u16string characters = to_utf16(text.text);
    if (style_.type.upper_case) characters = upper_case(characters, language_);
    flush_mark_into(characters);
    if (address_text_)
      append_isolated(characters, left_to_right_isolate);
    else
      append(characters);
  }

  void write(const Code& code) {
    flush_mark();
    const bool outer = std::exchange(code_, true);
    append_isolated(to_utf16(code.text), left_to_right_isolate);
    code_ = outer;
  }

  void write(const Emphasis& emphasis) {
    // Emphasis inside emphasis stands upright again.
    const bool outer = std::exchange(italic_, !italic_);
    write(emphasis.children);
    italic_ = outer;
  }

  void write(const Strong& strong) {
    const int weight = std::exchange(weight_, bold());
    write(strong.children);
    weight_ = weight;
  }

  void write(const Strikethrough& strikethrough) {
    const bool outer = std::exchange(struck_, true);
    write(strikethrough.children);
    struck_ = outer;
  }

  void write(const Link& link) {
    if (link.address.empty() || link_) return write(link.children);
    flush_mark();
    const StructureId structure = style_.structure == StructureId::artefact
                                      ? style_.structure
                                      : composition_.node(Role::link, style_.structure, place_);
    const std::uint32_t index = composition_.add_link(
        {.address = link.address, .description = plain_text(link.children), .structure = structure});
    link_ = index;
    link_structure_ = structure;
    const std::string text = plain_text(link.children);
    address_text_ = says_address(text, link.address);
    const bool isolated = !address_text_ && runs_other_way(text);
    if (isolated) append(std::u16string(1, first_strong_isolate));
    write(link.children);
    if (isolated) append(std::u16string(1, pop_isolate));
    address_text_ = false;
    link_.reset();
    mark_ = mark_behind(link, index);
  }

  void write(const InlineImage& image) {
    flush_mark();
    const auto found = composition_.input().images.find(image.address);
    if (found == composition_.input().images.end()) return write(image.alt);
    // As tall as the text it stands in, so that lines keep their distance.
    const Length height = style_.type.size * 1.1;
    result_.boxes.push_back({.offset = static_cast<std::uint32_t>(result_.text.size()),
                             .width = height * (static_cast<double>(found->second->width) / found->second->height),
                             .ascent = height * 0.85,
                             .descent = height * 0.15,
                             .tag = tag({.structure = figure_node(image), .image = found->second})});
    append(u"\uFFFC");
  }

  void write(const HardBreak&) {
    flush_mark();
    append(std::u16string(1, line_separator));
  }

  void write(const FootnoteReference& reference) {
    flush_mark();
    const std::string number = composition_.input().words.number(reference.number);
    const std::string says =
        composition_.input().words.message("footnote", {{"number", std::int64_t{reference.number}}});
    const StructureId structure = note_link(says);
    const std::uint32_t index = composition_.add_link(
        {.address = "#" + note_destination(reference.number), .description = says, .structure = structure});
    append_mark({.text = to_utf16(number), .raised = true, .link = index, .structure = structure});
  }

  /// The link that a reference to a note consists of.
  StructureId note_link(const std::string& says) {
    if (style_.structure == StructureId::artefact) return style_.structure;
    const StructureId link =
        composition_.node(Role::link, composition_.node(Role::reference, style_.structure, place_), place_);
    composition_[link].says = says;
    return link;
  }

  RunTag tag(const RunMeaning& meaning) {
    // Neighbouring pieces of text mean the same more often than not, so looking from the end is quick.
    constexpr std::size_t looked_at = 8;
    const std::size_t count = meanings_.size();
    for (std::size_t back = 1; back <= std::min(looked_at, count); ++back)
      if (meanings_[count - back] == meaning) return static_cast<RunTag>(count - back);
    meanings_.push_back(meaning);
    return static_cast<RunTag>(count);
  }

  /// What follows a link: a raised number, or a reference to a page.
  struct Mark {
    std::u16string text;
    bool raised = true;
    std::uint32_t link = 0;
    StructureId structure = StructureId::artefact;
  };

  /// The page that a link leads to, where that is not the one it stands on.
  static std::optional<std::uint32_t> other_page(const KnownPages& known, const std::string& destination,
                                                 std::uint32_t link) {
    const auto page = known.destinations.find(destination);
    const auto own = known.links.find(link);
    if (page == known.destinations.end() || own == known.links.end() || own->second == page->second)
      return std::nullopt;
    return page->second;
  }

  std::optional<Mark> mark_behind(const Link& link, std::uint32_t index) {
    const Interface& words = composition_.input().words;
    if (!is_external(link.address)) {
      const auto page = composition_.ask([destination = link.address.substr(1), index](const KnownPages& known) {
        return other_page(known, destination, index);
      });
      if (!page) return std::nullopt;
      const std::string reference = words.message("see-page", {{"page", std::int64_t{*page} + 1}});
      return Mark{
          .text = to_utf16(" (" + reference + ")"), .raised = false, .link = index, .structure = link_structure_};
    }
    if (!style_.number_links || composition_.theme().links == LinkPlace::none) return std::nullopt;
    if (says_address(plain_text(link.children), link.address)) return std::nullopt;
    const int number = composition_.link_number(link.address);
    return Mark{.text = to_utf16("[" + words.number(number) + "]"), .link = index, .structure = link_structure_};
  }

  /// Whether a text by itself would read in the other direction than the passage: a Latin name or hashtag in Arabic.
  bool runs_other_way(const std::string& text) const {
    const std::u16string characters = to_utf16(text);
    switch (ubidi_getBaseDirection(characters.data(), static_cast<int32_t>(characters.size()))) {
      case UBIDI_LTR:
        return result_.direction == Direction::right_to_left;
      case UBIDI_RTL:
        return result_.direction == Direction::left_to_right;
      default:
        return false;
    }
  }

  StructureId figure_node(const InlineImage& image) {
    if (style_.structure == StructureId::artefact) return style_.structure;
    return composition_.figure(plain_text(image.alt), style_.structure, place_);
  }

  /// Lets closing punctuation of the text that follows a link stand before the link's number, as printers do. A page
  /// reference reads on as part of the sentence, so there the full stop comes after it.
  void flush_mark_into(std::u16string& following) {
    if (!mark_) return;
    if (mark_->raised) {
      std::size_t closing = 0;
      while (closing < following.size() && is_closing_punctuation(following[closing])) ++closing;
      if (closing == following.size() || following[closing] == u' ') {
        append(following.substr(0, closing));
        following.erase(0, closing);
      }
    }
    flush_mark();
  }

  void flush_mark() {
    if (!mark_) return;
    const Mark mark = std::move(*mark_);
    mark_.reset();
    append_mark(mark);
  }

  void append_mark(const Mark& mark) {
    const auto link = std::exchange(link_, mark.link);
    const auto structure = std::exchange(link_structure_, mark.structure);
    const bool raised = std::exchange(raised_, mark.raised);
    if (mark.raised) append(std::u16string(1, narrow_no_break_space));
    append_isolated(mark.text, first_strong_isolate);
    raised_ = raised;
    link_structure_ = structure;
    link_ = link;
  }

  /// Isolation costs runs, so it is left out where nothing could be reordered.
  void append_isolated(const std::u16string& text, char16_t initiator) {
    const bool needed = result_.direction == Direction::right_to_left || has_right_to_left(text);
    if (needed) append(std::u16string(1, initiator));
    append(text);
    if (needed) append(std::u16string(1, pop_isolate));
  }

  void append(const std::u16string& text) {
    if (text.empty()) return;
    const auto offset = static_cast<std::uint32_t>(result_.text.size());
    result_.origins.push_back({offset, place_});
    result_.text += text;
    const auto end = static_cast<std::uint32_t>(result_.text.size());
    const TextStyle style = current_style();
    if (!result_.spans.empty() && result_.spans.back().style == style)
      result_.spans.back().end = end;
    else
      result_.spans.push_back({end, style});
  }

  TextStyle current_style() {
    RunMeaning meaning{.colour = style_.type.colour,
                       .structure = style_.structure,
                       .link = link_,
                       .struck = struck_,
                       .generated = style_.generated || raised_};
    if (link_) {
      meaning.structure = link_structure_;
      if (!style_.link) meaning.colour = raised_ ? composition_.theme().accent : link_colour();
    }
    TextStyle style = text_style(style_.type, language_, tag(meaning));
    style.font.weight = std::max(style.font.weight, weight_);
    style.font.italic = italic_;
    if (code_) {
      style.font.role = composition_.theme().code.role;
      style.size = style.size * 0.92;
      style.letter_spacing = 0;
      style.figures = {};
    }
    if (raised_) {
      style.rise = style.size * mark_rise;
      style.size = style.size * mark_size;
      style.font.italic = false;
      style.figures.shape = Figures::Shape::lining;
    }
    return style;
  }

  /// On a coloured ground a link keeps the ground's text colour.
  Colour link_colour() const {
    const Colour& own = style_.type.colour;
    const bool on_dark = own.red + own.green + own.blue > 3 * 128;
    return on_dark ? own : composition_.theme().link;
  }

  int bold() const { return std::max(700, style_.type.weight); }

  Composition& composition_;
  const PassageStyle& style_;
  Language language_;
  StyledText result_;
  RunMeanings meanings_;
  Place place_;
  int weight_ = 0;
  bool italic_ = false;
  bool code_ = false;
  bool struck_ = false;
  bool raised_ = false;
  bool address_text_ = false;  ///< inside a link whose text is its own address
  std::optional<std::uint32_t> link_;
  StructureId link_structure_ = StructureId::artefact;
  std::optional<Mark> mark_;
};

}  // namespace

TaggedText style_passage(Composition& composition, const Passage& passage, const PassageStyle& style) {
  PassageWriter writer(composition, passage.language.value_or(composition.language()), style);
  const bool phrase =
      style.phrase_line && !passage.inlines.empty() && std::holds_alternative<Strong>(passage.inlines.front().node);
  if (phrase)
    writer.write_phrase_line(passage.inlines);
  else
    writer.write(passage.inlines);
  return writer.finish();
}

TaggedText style_text(Composition& composition, const std::string& text, const PassageStyle& style) {
  PassageWriter writer(composition, composition.language(), style);
  writer.write({Inline{Text{text}, {}}});
  return writer.finish();
}

TaggedText style_mark(Composition& composition, const std::string& text, const PassageStyle& style) {
  PassageStyle mark = style;
  mark.generated = true;
  if (style.structure != StructureId::artefact) composition[style.structure].says = text;
  return style_text(composition, text, mark);
}

TaggedText style_address(Composition& composition, const std::string& address, const PassageStyle& style) {
  PassageWriter writer(composition, composition.language(), style);
  writer.write_isolated(address_on_paper(address));
  return writer.finish();
}

std::string address_on_paper(const std::string& address) {
  std::string_view shown = address;
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
    if (starts_with(shown, scheme)) shown.remove_prefix(scheme.size());
  if (!shown.empty() && shown.back() == '/') shown.remove_suffix(1);
  return std::string(shown);
}

TextStyle text_style(const TypeSpec& type, const Language& language, RunTag tag) {
  return {.font = {.role = type.role, .weight = type.weight},
          .size = type.size,
          .language = language,
          .tag = tag,
          .letter_spacing = type.letter_spacing,
          .figures = type.figures};
}

}  // namespace handbill
