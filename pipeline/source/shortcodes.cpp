#include "source/shortcodes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "document/overloaded.h"
#include "document/walk.h"

namespace handbill {
namespace {

using Kind = Shortcode::Kind;

constexpr const char* button = "button";
constexpr std::size_t paragraphs_per_button = 8;

// The token that a Text stands for, when it is nothing else.
std::optional<std::size_t> token_of(const Inline& item) {
  const auto* text = std::get_if<Text>(&item.node);
  if (text == nullptr) return std::nullopt;
  const auto found = Tokens::find(text->text);
  return found && found->offset == 0 && found->length == text->text.size() ? std::optional(found->index) : std::nullopt;
}

bool is_blank(const Inline& item) {
  if (std::holds_alternative<HardBreak>(item.node)) return true;
  const auto* text = std::get_if<Text>(&item.node);
  return text != nullptr && text->text.find_first_not_of(" \t") == std::string::npos;
}

void remove_tokens(Inlines& inlines) {
  for_each_inline(inlines, [](Inline& item) {
    if (token_of(item)) std::get<Text>(item.node).text.clear();
  });
}

// A button's words lead where the button leads: a button or a link among them says nothing more.
void make_label(Inlines& inlines) {
  remove_tokens(inlines);
  Inlines out;
  for (Inline& item : inlines) {
    std::visit(Overloaded{
                   [](Text&) {},
                   [](Code&) {},
                   [](Emphasis& node) { make_label(node.children); },
                   [](Strong& node) { make_label(node.children); },
                   [](Strikethrough& node) { make_label(node.children); },
                   [](Link& node) { make_label(node.children); },
                   [](InlineImage& node) { make_label(node.alt); },
                   [](HardBreak&) {},
                   [](FootnoteReference&) {},
               },
               item.node);
    if (auto* link = std::get_if<Link>(&item.node)) {
      Inlines words = std::move(link->children);
      std::move(words.begin(), words.end(), std::back_inserter(out));
    } else {
      out.push_back(std::move(item));
    }
  }
  inlines = std::move(out);
}

Diagnostic warning(const Place& place, std::string message, std::string hint) {
  return {Severity::warning, place, "shortcode", std::move(message), {std::move(hint)}};
}

// Ends found for starts, in the order of reading.
class Pairs {
 public:
  Pairs(const Tokens& tokens, Diagnostics& diagnostics) : tokens_(tokens), diagnostics_(diagnostics) {}

  void see(std::size_t index) {
    const Shortcode& code = tokens_[index].shortcode;
    if (code.kind == Kind::open) open_[code.name].push_back(index);
    if (code.kind == Kind::close) return close(index);
    if (code.name != button) unknown(index);
  }

  void finish() {
    for (const std::size_t index : open_[button])
      diagnostics_.push_back(
          warning(tokens_[index].place, "the button that starts here never ends", "end it with {{< /button >}}"));
  }

  /// The end of the start `index`.
  std::optional<std::size_t> end_of(std::size_t index) const {
    const auto found = ends_.find(index);
    return found == ends_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void close(std::size_t index) {
    const std::string& name = tokens_[index].shortcode.name;
    std::vector<std::size_t>& starts = open_[name];
    if (starts.empty()) {
      diagnostics_.push_back(warning(tokens_[index].place, "shortcode \"" + name + "\" ends here but never starts",
                                     "start it with {{< " + name + " >}}, or take this out"));
      return;
    }
    ends_[starts.back()] = index;
    starts.pop_back();
  }

  void unknown(std::size_t index) {
    const std::string& name = tokens_[index].shortcode.name;
    const bool near = nearest(name, {button}) == button;
    diagnostics_.push_back(warning(tokens_[index].place, "unknown shortcode \"" + name + "\"",
                                   near ? "did you mean \"button\"?" : "its text is kept; only \"button\" is known"));
  }

  const Tokens& tokens_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::vector<std::size_t>> open_;  // starts without an end yet
  std::map<std::size_t, std::size_t> ends_;
};

class Resolver {
 public:
  Resolver(const Tokens& tokens, const Pairs& pairs, Diagnostics& diagnostics)
      : tokens_(tokens), pairs_(pairs), diagnostics_(diagnostics) {}

  void blocks(Blocks& blocks) {
    Blocks out;
    for (std::size_t i = 0; i < blocks.size();) {
      if (const std::size_t used = calls_to_action(blocks, i, out)) {
        i += used;
        continue;
      }
      inside(blocks[i]);
      out.push_back(std::move(blocks[i]));
      ++i;
    }
    blocks = std::move(out);
  }

  void inlines(Inlines& inlines) {
    std::map<std::size_t, std::size_t> positions;  // of tokens on this level
    for (std::size_t i = 0; i < inlines.size(); ++i)
      if (const auto index = token_of(inlines[i])) positions[*index] = i;
    if (positions.empty()) {
      for (Inline& item : inlines) nested(item);
      return;
    }
    Inlines out;
    for (std::size_t i = 0; i < inlines.size(); ++i) {
      const auto index = token_of(inlines[i]);
      if (!index) {
        nested(inlines[i]);
        out.push_back(std::move(inlines[i]));
      } else if (starts_button(*index)) {
        i = running_button(inlines, i, positions, out);
      }
    }
    inlines = std::move(out);
  }

 private:
  bool starts_button(std::size_t index) const {
    const Shortcode& code = tokens_[index].shortcode;
    return code.name == button && code.kind != Kind::close;
  }

  // A button in running text is a link. Returns the position of its last inline.
  std::size_t running_button(Inlines& inlines, std::size_t start, const std::map<std::size_t, std::size_t>& positions,
                             Inlines& out) {
    const std::size_t index = *token_of(inlines[start]);
    const Token& token = tokens_[index];
    const auto partner = pairs_.end_of(index);
    const auto end = partner ? positions.find(*partner) : positions.end();
    if (token.shortcode.kind == Kind::open && end == positions.end()) {
      if (partner)
        diagnostics_.push_back(warning(token.place, "the button that starts here ends in another piece of text",
                                       "start and end it in the same paragraph"));
      return start;
    }
    const std::size_t last = end == positions.end() ? start : end->second;
    Inlines label;
    for (std::size_t i = start + 1; i < last; ++i) label.push_back(std::move(inlines[i]));
    make_label(label);
    if (const std::string* address = address_of(token)) {
      out.push_back({Link{*address, "", std::move(label)}, token.place});
    } else {
      std::move(label.begin(), label.end(), std::back_inserter(out));
    }
    return last;
  }

  const std::string* address_of(const Token& token) {
    const std::string* address = token.shortcode.argument("href");
    if (address != nullptr && !address->empty()) return address;
    diagnostics_.push_back({Severity::error,
                            token.place,
                            "shortcode",
                            "this button leads nowhere",
                            {"give its address: {{< button href=\"join\" >}}"}});
    return nullptr;
  }

  void nested(Inline& item) {
    std::visit(Overloaded{
                   [](Text&) {},
                   [](Code&) {},
                   [&](Emphasis& node) { inlines(node.children); },
                   [&](Strong& node) { inlines(node.children); },
                   [&](Strikethrough& node) { inlines(node.children); },
                   [&](Link& node) { inlines(node.children); },
                   [&](InlineImage& node) { inlines(node.alt); },
                   [](HardBreak&) {},
                   [](FootnoteReference&) {},
               },
               item.node);
  }

  void inside(Block& block) {
    std::visit(Overloaded{
                   [&](Heading& node) { inlines(node.text.inlines); },
                   [&](Paragraph& node) { inlines(node.text.inlines); },
                   [&](List& node) {
                     for (ListItem& item : node.items) blocks(item.blocks);
                   },
                   [&](Quote& node) { blocks(node.blocks); },
                   [](CodeBlock&) {},
                   [&](Table& node) {
                     for (TableRow& row : node.rows)
                       for (Passage& cell : row) inlines(cell.inlines);
                   },
                   [](Rule&) {},
                   [&](Figure& node) { inlines(node.alt.inlines); },
                   [&](CallToAction& node) { inlines(node.label.inlines); },
               },
               block.node);
  }

  // One button of a row of them, as a span of a paragraph's inlines or of several paragraphs.
  struct Found {
    const Token* token = nullptr;
    Inlines label;
  };

  // Reads paragraphs from `first` on that hold buttons and nothing else. Returns how many blocks they took; 0 when
  // there is anything else in them.
  std::size_t calls_to_action(Blocks& blocks, std::size_t first, Blocks& out) {
    std::vector<Found> found;
    std::optional<std::size_t> waiting;  // the end that closes the button we are in
    std::size_t block = first;
    do {
      const bool in_reach = block < blocks.size() && block - first < paragraphs_per_button;
      const Paragraph* paragraph = in_reach ? std::get_if<Paragraph>(&blocks[block].node) : nullptr;
      if (paragraph == nullptr) return 0;
      if (!read_buttons(paragraph->text.inlines, found, waiting)) return 0;
      ++block;
    } while (waiting);
    if (found.empty()) return 0;
    for (Found& one : found) add_call(std::move(one), out);
    return block - first;
  }

  bool read_buttons(const Inlines& inlines, std::vector<Found>& found, std::optional<std::size_t>& waiting) const {
    if (waiting) found.back().label.push_back({Text{" "}, {}});
    for (const Inline& item : inlines) {
      const auto index = token_of(item);
      if (waiting && index == waiting) {
        waiting.reset();
      } else if (waiting) {
        found.back().label.push_back(item);
      } else if (index && starts_button(*index)) {
        const auto end = pairs_.end_of(*index);
        if (!end && tokens_[*index].shortcode.kind == Kind::open) return false;
        found.push_back({&tokens_[*index], {}});
        waiting = end;
      } else if (!is_blank(item)) {
        return false;
      }
    }
    return true;
  }

  void add_call(Found found, Blocks& out) {
    const Place& place = found.token->place;
    make_label(found.label);
    const auto first = std::find_if_not(found.label.begin(), found.label.end(), is_blank);
    Passage label{std::move(found.label), place, "", std::nullopt};
    if (first != label.inlines.end() && first->place.line > 0) label.place = first->place;
    const std::string* address = address_of(*found.token);
    if (address == nullptr) {
      out.push_back({Paragraph{std::move(label)}, place});
      return;
    }
    if (std::all_of(label.inlines.begin(), label.inlines.end(), is_blank)) label.inlines = {{Text{*address}, place}};
    out.push_back({CallToAction{*address, std::move(label)}, place});
  }

  const Tokens& tokens_;
  const Pairs& pairs_;
  Diagnostics& diagnostics_;
};

void see_all(const Inlines& inlines, Pairs& pairs) {
  for_each_inline(inlines, [&](const Inline& item) {
    if (const auto index = token_of(item)) pairs.see(*index);
  });
}

}  // namespace

Diagnostics resolve_shortcodes(Document& document, const Tokens& tokens, const std::vector<std::size_t>& stray) {
  Diagnostics diagnostics;
  Pairs pairs(tokens, diagnostics);
  for_each_passage(std::as_const(document), [&](const Passage& passage) { see_all(passage.inlines, pairs); });
  for (const std::size_t index : stray) pairs.see(index);
  pairs.finish();
  Resolver resolver(tokens, pairs, diagnostics);
  resolver.blocks(document.blocks);
  for (Footnote& footnote : document.footnotes) resolver.blocks(footnote.blocks);
  return diagnostics;
}

Diagnostics drop_shortcodes(Inlines& inlines, const Tokens& tokens, const std::vector<std::size_t>& stray) {
  Diagnostics diagnostics;
  const auto report = [&](std::size_t index) {
    const Token& token = tokens[index];
    if (token.shortcode.kind != Kind::close)
      diagnostics.push_back(warning(token.place, "a shortcode has no meaning here: \"" + token.shortcode.name + "\"",
                                    "its text is kept; take the shortcode out"));
  };
  for_each_inline(std::as_const(inlines), [&](const Inline& item) {
    if (const auto index = token_of(item)) report(*index);
  });
  for (const std::size_t index : stray) report(index);
  remove_tokens(inlines);
  return diagnostics;
}

}  // namespace handbill
