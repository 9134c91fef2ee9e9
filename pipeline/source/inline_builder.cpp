#include "source/inline_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/limits.h"

namespace handbill {
namespace {

using cmark::Type;

class InlineBuilder {
 public:
  InlineBuilder(Building& building, std::size_t begin, std::size_t end)
      : building_(building), locator_(building.text.text(), begin, end) {}

  Inlines run(cmark_node* parent) {
    Inlines inlines;
    children(parent, inlines);
    return inlines;
  }

 private:
  struct Inside {
    int depth = 0;
    bool emphasis = false, strong = false, strikethrough = false, link = false, image = false;
  };

  Place here(std::size_t offset) const { return building_.place(offset); }

  void children(cmark_node* parent, Inlines& out) {
    std::string hidden_until;  // inside <script> or <style> up to its end tag
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
      if (hidden_until.empty()) {
        child(node, out, hidden_until);
      } else if (cmark::type_of(node) == Type::html_inline) {
        const auto tag = read_tag(cmark::literal(node));
        if (tag && tag->kind == Tag::Kind::close && tag->name == hidden_until) {
          report(*tag, locator_.pass_exact(first_line(cmark::literal(node))));
          hidden_until.clear();
        }
      }
    }
  }

  static std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

  void report(const Tag& tag, std::size_t offset) { building_.tags.add(tag, here(offset)); }

  void child(cmark_node* node, Inlines& out, std::string& hidden_until) {
    switch (cmark::type_of(node)) {
      case Type::text:
        return text(cmark::literal(node), out);
      case Type::soft_break:
        return out.push_back({Text{" "}, here(locator_.cursor())});
      case Type::hard_break:
        return out.push_back({HardBreak{}, here(locator_.cursor())});
      case Type::code:
        return code(cmark::literal(node), out);
      case Type::html_inline:
        return html(cmark::literal(node), out, hidden_until);
      case Type::emphasis:
        return span<Emphasis>(node, inside_.emphasis, out);
      case Type::strong:
        return span<Strong>(node, inside_.strong, out);
      case Type::strikethrough:
        return span<Strikethrough>(node, inside_.strikethrough, out);
      case Type::link:
        return link(node, out);
      case Type::image:
        return image(node, out);
      case Type::reference:
        return reference(node, out);
      case Type::document:
      case Type::quote:
      case Type::list:
      case Type::item:
      case Type::task:
      case Type::code_block:
      case Type::html_block:
      case Type::paragraph:
      case Type::heading:
      case Type::rule:
      case Type::footnote:
      case Type::table:
      case Type::table_row:
      case Type::table_cell:
      case Type::unknown:
        internal_error("a block among inlines");
    }
  }

  void text(std::string_view literal, Inlines& out) {
    unknown_footnotes(literal);
    std::size_t from = 0;
    while (const auto found = Tokens::find(literal, from)) {
      plain(literal.substr(from, found->offset - from), out);
      const std::size_t offset = locator_.pass_exact(literal.substr(found->offset, found->length));
      token(building_.tokens[found->index], literal.substr(found->offset, found->length), offset, out);
      from = found->offset + found->length;
    }
    plain(literal.substr(from), out);
  }

  void plain(std::string_view literal, Inlines& out) {
    if (literal.empty()) return;
    const Place place = here(locator_.pass(literal));
    out.push_back({Text{std::string(literal)}, place});
  }

  void token(const Token& token, std::string_view stand_in, std::size_t offset, Inlines& out) {
    switch (token.kind) {
      case Token::Kind::shortcode:
        out.push_back({Text{std::string(stand_in)}, token.place});
        return;
      case Token::Kind::literal:
        out.push_back({Text{token.shown}, here(offset)});
        return;
      case Token::Kind::malformed:
        building_.diagnostics.push_back({Severity::warning,
                                         token.place,
                                         "shortcode",
                                         "this starts like a shortcode but is none; it is kept as text",
                                         {"write {{< name key=\"value\" >}}, or \\{{< for the characters themselves"}});
        out.push_back({Text{token.shown}, here(offset)});
        return;
      case Token::Kind::html: {
        // It was reported when its block was taken apart.
        if (const auto tag = read_tag(token.original)) leave_out(*tag, offset, out);
        return;
      }
      case Token::Kind::hard_break:
        out.push_back({HardBreak{}, here(offset)});
        return;
    }
  }

  // cmark gives a mark back as text when there is no such footnote.
  void unknown_footnotes(std::string_view literal) {
    for (std::size_t i = literal.find("[^"); i != std::string_view::npos; i = literal.find("[^", i + 2)) {
      const std::size_t end = literal.find(']', i);
      if (end == std::string_view::npos) return;
      const std::string_view mark = literal.substr(i, end + 1 - i);
      std::size_t offset = 0;
      const std::string label(mark.substr(2, mark.size() - 3));
      const bool known = std::binary_search(building_.known_labels.begin(), building_.known_labels.end(), label);
      if (label.empty() || known || !locator_.is_unescaped_ahead(mark, offset)) continue;
      Diagnostic warning{Severity::warning,
                         here(offset),
                         "unknown-footnote",
                         "there is no footnote \"" + label + "\"; its mark is kept as text",
                         {}};
      const bool helps = building_.diagnostics.size() < limits::guesses;
      const std::string near = helps ? nearest(label, building_.known_labels) : "";
      warning.hints.push_back(near.empty() ? "write the footnote: [^" + label + "]: …"
                                           : "did you mean \"" + near + "\"?");
      building_.diagnostics.push_back(std::move(warning));
    }
  }

  void code(std::string_view literal, Inlines& out) {
    const std::size_t start = locator_.pass_exact("`");
    locator_.pass(literal);
    std::string text = building_.tokens.restored(literal);
    // cmark has made spaces of line ends, but not of those in what stood in for something else.
    std::replace(text.begin(), text.end(), '\n', ' ');
    out.push_back({Code{std::move(text)}, here(start)});
  }

  void html(std::string_view literal, Inlines& out, std::string& hidden_until) {
    const std::size_t offset = locator_.pass_exact(first_line(literal));
    const std::string original = building_.tokens.restored(literal);
    const auto tag = read_tag(original);
    if (!tag) return;
    report(*tag, offset);
    leave_out(*tag, offset, out);
    if (tag->hides_content()) hidden_until = tag->name;
  }

  // What a tag leaves behind.
  void leave_out(const Tag& tag, std::size_t offset, Inlines& out) const {
    if (tag.is_break()) {
      out.push_back({HardBreak{}, here(offset)});
    } else if (!tag.joins()) {
      out.push_back({Text{" "}, here(offset)});
    }
  }

  // Emphasis inside emphasis says nothing more.
  template <class Span>
  void span(cmark_node* node, bool& already, Inlines& out) {
    if (already) return nested(node, out);
    already = true;
    const Place place = here(locator_.cursor());
    Span result;
    nested(node, result.children);
    already = false;
    out.push_back({std::move(result), place});
  }

  void nested(cmark_node* node, Inlines& out) {
    if (inside_.depth >= limits::inline_nesting) {
      const Place place = here(locator_.cursor());
      building_.report_nesting(place, "emphasis and links are", limits::inline_nesting);
      out.push_back({Text{flat_text(building_, node)}, place});
      return;
    }
    ++inside_.depth;
    children(node, out);
    --inside_.depth;
  }

  static std::string_view first_words(cmark_node* node) {
    for (cmark_node* child = node; child != nullptr; child = cmark_node_first_child(child))
      if (cmark::type_of(child) == Type::text) return cmark::literal(child);
    return {};
  }

  std::string address_of(cmark_node* node) {
    return building_.tokens.without_markup(cmark_node_get_url(node), building_.stray_shortcodes);
  }
  std::string title_of(cmark_node* node) {
    return building_.tokens.without_markup(cmark_node_get_title(node), building_.stray_shortcodes);
  }

  void link(cmark_node* node, Inlines& out) {
    const auto span = locator_.link(cmark_node_get_url(node), first_words(node), false);
    locator_.move_to(span.start);
    if (inside_.link || inside_.image) {
      nested(node, out);
    } else {
      Link link{address_of(node), title_of(node), {}};
      inside_.link = true;
      nested(node, link.children);
      inside_.link = false;
      out.push_back({std::move(link), here(span.start)});
    }
    locator_.move_to(span.after);
  }

  void image(cmark_node* node, Inlines& out) {
    const auto span = locator_.link(cmark_node_get_url(node), first_words(node), true);
    locator_.move_to(span.start);
    if (inside_.image) {
      nested(node, out);
    } else {
      InlineImage image{address_of(node), title_of(node), {}};
      inside_.image = true;
      nested(node, image.alt);
      inside_.image = false;
      out.push_back({std::move(image), here(span.start)});
    }
    locator_.move_to(span.after);
  }

  void reference(cmark_node* node, Inlines& out) {
    const std::string_view digits = cmark::literal(node);
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (number == 0 || number > building_.footnote_labels.size()) return;
    const std::string& label = building_.footnote_labels[number - 1];
    const std::size_t offset = locator_.pass_exact("[^");
    out.push_back({FootnoteReference{label, static_cast<int>(number)}, here(offset)});
  }

  Building& building_;
  Locator locator_;
  Inside inside_;
};

}  // namespace

void Building::report_nesting(const Place& place, const std::string& what, int limit) {
  if (reported_nesting) return;
  reported_nesting = true;
  diagnostics.push_back({Severity::warning,
                         place,
                         "nesting",
                         fmt::format("{} nested more than {} deep here", what, limit),
                         {"what lies deeper is kept as plain text; take some levels out"}});
}

std::string flat_text(const Building& building, cmark_node* node) {
  std::string out;
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(node), cmark_iter_free);
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
    cmark_node* inner = cmark_iter_get_node(walk.get());
    const Type type = cmark::type_of(inner);
    const bool enters = event == CMARK_EVENT_ENTER;
    if (enters && (type == Type::text || type == Type::code || type == Type::code_block)) out += cmark::literal(inner);
    const bool breaks = type == Type::soft_break || type == Type::hard_break || type == Type::paragraph ||
                        type == Type::code_block || type == Type::heading;
    if (breaks) out += ' ';
  }
  std::vector<std::size_t> dropped;
  return building.tokens.without_markup(out, dropped);
}

Inlines build_inlines(Building& building, cmark_node* parent, std::size_t begin, std::size_t end) {
  return InlineBuilder(building, begin, end).run(parent);
}

}  // namespace handbill
