#include "document/markdown_atoms.h"

#include <algorithm>
#include <string_view>

#include "document/markdown_escape.h"
#include "document/overloaded.h"

namespace handbill {
namespace {

std::string code_span(const std::string& code) {
  std::vector<bool> taken(code.size() + 2, false);  // lengths of the runs of backticks inside
  for (std::size_t i = 0; i < code.size();) {
    std::size_t end = i;
    while (end < code.size() && code[end] == '`') ++end;
    taken[end - i] = true;
    i = std::max(end, i + 1);
  }
  std::size_t length = 1;
  while (taken[length]) ++length;
  const std::string fence(length, '`');
  const bool all_spaces = code.find_first_not_of(' ') == std::string::npos;
  const bool ticks = code.front() == '`' || code.back() == '`';
  const bool spaces = code.front() == ' ' && code.back() == ' ' && !all_spaces;
  const char* padding = ticks || spaces ? " " : "";
  return fence + padding + code + padding + fence;
}

class Flattener {
 public:
  std::vector<Atom> run(const Inlines& inlines) {
    flatten(inlines);
    return std::move(atoms_);
  }

 private:
  struct Inside {
    bool emphasis = false, strong = false, strikethrough = false, link = false, image = false;
  };

  void flatten(const Inlines& inlines) {
    for (const Inline& item : inlines) {
      std::visit(Overloaded{
                     [&](const Text& node) { text(node.text); },
                     [&](const Code& node) {
                       if (!node.text.empty()) verbatim(code_span(node.text));
                     },
                     [&](const Emphasis& node) { span(node.children, inside_.emphasis, '_', false); },
                     [&](const Strong& node) { span(node.children, inside_.strong, '*', true); },
                     [&](const Strikethrough& node) { span(node.children, inside_.strikethrough, '~', true); },
                     [&](const Link& node) { link(node); },
                     [&](const InlineImage& node) { image(node); },
                     [&](const HardBreak&) { verbatim("<br>"); },
                     [&](const FootnoteReference& node) { verbatim("[^" + node.label + "]"); },
                 },
                 item.node);
    }
  }

  void text(const std::string& text) {
    if (text.empty()) return;
    if (!atoms_.empty() && atoms_.back().kind == Atom::Kind::text) {
      atoms_.back().text += text;
      return;
    }
    add(Atom::Kind::text).text = text;
  }

  void verbatim(std::string markdown) { add(Atom::Kind::verbatim).text = std::move(markdown); }

  void span(const Inlines& children, bool& already, char delimiter, bool is_double) {
    if (already) return flatten(children);
    already = true;
    const std::size_t start = atoms_.size();
    Atom& open = add(Atom::Kind::open);
    open.delimiter = delimiter;
    open.is_double = is_double;
    flatten(children);
    already = false;
    if (atoms_.size() == start + 1) {
      atoms_.pop_back();
      return;
    }
    Atom& close = add(Atom::Kind::close);
    close.delimiter = delimiter;
    close.is_double = is_double;
    close.partner = start;
    atoms_[start].partner = atoms_.size() - 1;
  }

  void link(const Link& link) {
    if (inside_.link || inside_.image) return flatten(link.children);
    const Text* only = link.children.size() == 1 ? std::get_if<Text>(&link.children.front().node) : nullptr;
    if (only != nullptr && link.title.empty() && is_own_address(only->text, link.address)) {
      Atom& atom = add(Atom::Kind::address);
      atom.text = only->text;
      atom.target = link.address;
      return;
    }
    verbatim("[");
    inside_.link = true;
    flatten(link.children);
    inside_.link = false;
    verbatim("](" + destination_markdown(link.address, link.title) + ")");
  }

  void image(const InlineImage& image) {
    if (inside_.image) return flatten(image.alt);
    verbatim("![");
    inside_.image = true;
    flatten(image.alt);
    inside_.image = false;
    verbatim("](" + destination_markdown(image.address, image.title) + ")");
  }

  Atom& add(Atom::Kind kind) {
    Atom& atom = atoms_.emplace_back();
    atom.kind = kind;
    atom.in_brackets = inside_.link || inside_.image;
    return atom;
  }

  std::vector<Atom> atoms_;
  Inside inside_;
};

}  // namespace

std::vector<Atom> atoms_of(const Inlines& inlines) {
  return Flattener().run(inlines);
}

}  // namespace handbill
