#include "translation/exchange/coded_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <utility>
#include <variant>

#include "core/limits.h"
#include "document/markdown.h"
#include "document/overloaded.h"
#include "source/parse.h"

namespace handbill {
namespace {

using PieceKind = CodedPiece::Kind;
using Meaning = CodedPiece::Meaning;

// Stands for the text inside a code; no Markdown that begins something has this letter in it.
constexpr std::string_view inside = "x";

/// What stands before and after the text inside a node.
std::pair<std::string, std::string> shell_of(Inline node) {
  Inlines text;
  text.push_back({Text{std::string(inside)}, {}});
  std::visit(Overloaded{[&](Emphasis& one) { one.children = text; }, [&](Strong& one) { one.children = text; },
                        [&](Strikethrough& one) { one.children = text; }, [&](Link& one) { one.children = text; },
                        [&](InlineImage& one) { one.alt = text; }, [&](Code& one) { one.text = inside; }, [](Text&) {},
                        [](HardBreak&) {}, [](FootnoteReference&) {}},
             node.node);
  const std::string markdown = to_markdown({std::move(node)});
  const std::size_t at = std::min(markdown.find(inside), markdown.size());
  return {markdown.substr(0, at), markdown.substr(std::min(at + inside.size(), markdown.size()))};
}

class Coder {
 public:
  CodedText run(const Inlines& inlines) {
    add(inlines);
    return std::move(coded_);
  }

 private:
  void add(const Inlines& inlines) {
    for (const Inline& one : inlines) {
      std::visit(Overloaded{[&](const Text& text) {
                              coded_.push_back({PieceKind::text, text.text});
                            },
                            [&](const Code& code) {
                              pair(one, Meaning::code, {{{Text{code.text}, {}}}});
                            },
                            [&](const Emphasis& emphasis) { pair(one, Meaning::italic, emphasis.children); },
                            [&](const Strong& strong) { pair(one, Meaning::bold, strong.children); },
                            [&](const Strikethrough& gone) { pair(one, Meaning::strikethrough, gone.children); },
                            [&](const Link& link) { add_link(one, link); },
                            [&](const InlineImage& image) { pair(one, Meaning::image, image.alt); },
                            [&](const HardBreak&) { whole(one, Meaning::line_break); },
                            [&](const FootnoteReference&) { whole(one, Meaning::footnote); }},
                 one.node);
    }
  }

  // An address is none of a translator's work.
  void add_link(const Inline& one, const Link& link) {
    if (plain_text(link.children) == link.address) return whole(one, Meaning::link);
    pair(one, Meaning::link, link.children);
  }

  void pair(const Inline& one, Meaning meaning, const Inlines& children) {
    const int id = ++last_id_;
    auto [open, close] = shell_of(one);
    coded_.push_back({PieceKind::open, std::move(open), meaning, id});
    add(children);
    coded_.push_back({PieceKind::close, std::move(close), meaning, id});
  }

  void whole(const Inline& one, Meaning meaning) {
    coded_.push_back({PieceKind::whole, to_markdown({one}), meaning, ++last_id_});
  }

  CodedText coded_;
  int last_id_ = 0;
};

/// The labels of footnote marks in a code's Markdown: it is read before anybody knows which there are.
std::vector<FootnoteLabel> labels_in(const std::string& markdown) {
  if (!markdown.starts_with("[^") || !markdown.ends_with("]")) return {};
  return {{markdown.substr(2, markdown.size() - 3), 1}};
}

/// The one node that `markdown` is, if it is one.
std::optional<Inline> only_node(const std::string& markdown) {
  if (markdown.size() > limits::inline_code_bytes) return std::nullopt;
  if (Inline line_break{HardBreak{}, {}}; markdown == to_markdown({line_break})) return line_break;
  auto parsed = parse_inlines(markdown, {}, labels_in(markdown));
  if (parsed.value.size() != 1 || std::holds_alternative<Text>(parsed.value.front().node)) return std::nullopt;
  for (const Diagnostic& one : parsed.diagnostics)
    if (one.severity == Severity::error || one.code == "raw-html") return std::nullopt;
  return std::move(parsed.value.front());
}

bool is_whole(const Inline& one) {
  const auto* const link = std::get_if<Link>(&one.node);
  return std::holds_alternative<HardBreak>(one.node) || std::holds_alternative<FootnoteReference>(one.node) ||
         (link != nullptr && plain_text(link->children) == link->address);
}

/// Puts `children` into a node that was read around a stand-in; false when it takes none.
bool fill(Inline& one, Inlines&& children) {
  bool takes = true;
  std::visit(Overloaded{[&](Emphasis& node) { node.children = std::move(children); },
                        [&](Strong& node) { node.children = std::move(children); },
                        [&](Strikethrough& node) { node.children = std::move(children); },
                        [&](Link& node) { node.children = std::move(children); },
                        [&](InlineImage& node) { node.alt = std::move(children); },
                        [&](Code& node) { node.text = plain_text(children); }, [&](Text&) { takes = false; },
                        [&](HardBreak&) { takes = false; }, [&](FootnoteReference&) { takes = false; }},
             one.node);
  return takes;
}

class Decoder {
 public:
  Decoded run(const CodedText& coded) {
    levels_.push_back({});
    for (const CodedPiece& piece : coded) {
      if (!why_.empty()) break;
      add(piece);
    }
    if (why_.empty() && levels_.size() > 1) fail("the code \"{}\" has no end", levels_.back().open);
    if (!why_.empty()) return {std::nullopt, std::move(why_)};
    return {std::move(levels_.front().inlines), {}};
  }

 private:
  /// What stands inside a code that is not closed yet.
  struct Level {
    std::string open;
    Inlines inlines;
  };

  void add(const CodedPiece& piece) {
    switch (piece.kind) {
      case PieceKind::text:
        if (!piece.text.empty()) levels_.back().inlines.push_back({Text{piece.text}, {}});
        return;
      case PieceKind::open:
        if (levels_.size() > static_cast<std::size_t>(limits::inline_nesting))
          return fail("codes are nested too deeply, from \"{}\" on", piece.text);
        levels_.push_back({piece.text, {}});
        return;
      case PieceKind::close:
        return close(piece);
      case PieceKind::whole:
        auto node = only_node(piece.text);
        if (!node || !is_whole(*node)) return fail("the code \"{}\" means nothing by itself", piece.text);
        levels_.back().inlines.push_back(std::move(*node));
        return;
    }
  }

  void close(const CodedPiece& piece) {
    if (levels_.size() == 1) return fail("the code \"{}\" has no beginning", piece.text);
    Level level = std::move(levels_.back());
    levels_.pop_back();
    auto node = only_node(level.open + std::string(inside) + piece.text);
    if (!node || !fill(*node, std::move(level.inlines)))
      return fail("the codes \"{}\" are no pair", level.open + " " + piece.text);
    levels_.back().inlines.push_back(std::move(*node));
  }

  void fail(std::string_view message, const std::string& code) {
    why_ = fmt::format(fmt::runtime(message), printable(code.substr(0, 200)));
  }

  std::vector<Level> levels_;
  std::string why_;
};

/// What each code is, by its number: its Markdown from end to end.
std::map<int, std::string> codes_of(const CodedText& coded) {
  std::map<int, std::string> codes;
  for (const CodedPiece& piece : coded)
    if (piece.id != 0) codes[piece.id] += piece.text;
  return codes;
}

}  // namespace

CodedText to_coded(const Inlines& inlines) {
  return Coder().run(inlines);
}

CodedText numbered_like(const CodedText& source, CodedText target) {
  std::map<std::string, std::deque<int>> free;
  int last = 0;
  for (const auto& [id, markdown] : codes_of(source)) {
    free[markdown].push_back(id);
    last = std::max(last, id);
  }
  std::map<int, int> numbers;
  for (const auto& [id, markdown] : codes_of(target)) {
    auto& same = free[markdown];
    numbers[id] = same.empty() ? ++last : same.front();
    if (!same.empty()) same.pop_front();
  }
  for (CodedPiece& piece : target)
    if (piece.id != 0) piece.id = numbers.at(piece.id);
  return target;
}

Decoded from_coded(const CodedText& coded) {
  return Decoder().run(coded);
}

}  // namespace handbill
