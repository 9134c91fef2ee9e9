#include "document/markdown.h"

#include <algorithm>
#include <string_view>

#include "document/markdown_atoms.h"
#include "document/markdown_delimiters.h"
#include "document/markdown_escape.h"

namespace handbill {
namespace {

// Separates what would otherwise be read together. A comment is the one thing that Markdown reads as nothing.
constexpr std::string_view nothing = "<!-- -->";

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

class Writer {
 public:
  explicit Writer(std::vector<Atom> atoms) : atoms_(std::move(atoms)) {
    choose_delimiters(atoms_);
    escape_ = delimiters_to_escape(atoms_);
    std::size_t backticks = 0;
    for (const Atom& atom : atoms_) {
      if (atom.kind == Atom::Kind::verbatim && atom.text.front() == '`') backticks += 2;
      if (atom.kind == Atom::Kind::text) backticks += count_runs(atom.text, '`');
      literal_bracket_ = literal_bracket_ || (atom.kind == Atom::Kind::text && atom.text.find('[') != atom.text.npos);
      literal_at_ = literal_at_ || (atom.kind == Atom::Kind::text && atom.text.find('@') != atom.text.npos);
    }
    lone_backtick_ = backticks == 1;
  }

  std::string run() {
    for (index_ = 0; index_ < atoms_.size(); ++index_) {
      const Atom& atom = atoms_[index_];
      switch (atom.kind) {
        case Atom::Kind::text:
          text(atom);
          break;
        case Atom::Kind::verbatim:
          verbatim(atom);
          break;
        case Atom::Kind::address:
          address(atom);
          break;
        case Atom::Kind::open:
          delimiter(atom);
          break;
        case Atom::Kind::close:
          delimiter(atom);
          break;
      }
    }
    return std::move(out_);
  }

 private:
  static std::size_t count_runs(std::string_view text, char c) {
    std::size_t runs = 0;
    for (std::size_t i = 0; i < text.size(); ++i) runs += text[i] == c && (i == 0 || text[i - 1] != c);
    return runs;
  }

  void delimiter(const Atom& atom) {
    if (atom.separate_before) out_ += nothing;
    out_.append(atom.is_double ? 2 : 1, atom.delimiter);
    if (atom.separate_after) out_ += nothing;
  }

  void verbatim(const Atom& atom) {
    const bool code_after_code = atom.text.front() == '`' && out_.ends_with('`') && index_ > 0 &&
                                 atoms_[index_ - 1].kind == Atom::Kind::verbatim;
    if (code_after_code) out_ += nothing;
    out_ += atom.text;
  }

  void address(const Atom& atom) {
    if (links_itself(atom.text, atom.target) && stands_free()) {
      out_ += atom.text;
    } else if (fits_angle_brackets(atom.text, atom.target)) {
      out_ += "<" + atom.text + ">";
    } else {
      out_ += "[";
      for (const char c : atom.text) out_.append(c == '_' || c == '~' ? "\\" : "").append(1, c);
      out_ += "](" + destination_markdown(atom.target, "") + ")";
    }
  }

  // Whether GFM would find an address here and end it where it ends.
  bool stands_free() const {
    if (literal_bracket_ || !(out_.empty() || out_.back() == ' ' || out_.back() == '(')) return false;
    if (index_ + 1 == atoms_.size()) return true;
    const Atom& next = atoms_[index_ + 1];
    if (next.kind != Atom::Kind::text) return false;
    const std::size_t end = std::min(next.text.find_first_not_of(".,:!?)"), next.text.size());
    return end == next.text.size() ? index_ + 2 == atoms_.size() : next.text[end] == ' ';
  }

  // The next byte that will be written after byte `offset` of the atom at hand; 0 at the end. Escapes may come
  // before it, which makes no difference to those who ask.
  char next_byte(const Atom& atom, std::size_t offset) const {
    if (offset + 1 < atom.text.size()) return atom.text[offset + 1];
    if (index_ + 1 == atoms_.size()) return 0;
    const Atom& next = atoms_[index_ + 1];
    switch (next.kind) {
      case Atom::Kind::text:
        return next.text.front();
      case Atom::Kind::verbatim:
        return next.text.front();
      case Atom::Kind::address:
        return '<';
      case Atom::Kind::open:
        return next.separate_before ? '<' : next.delimiter;
      case Atom::Kind::close:
        return next.separate_before ? '<' : next.delimiter;
    }
    return 0;
  }

  void text(const Atom& atom) {
    for (std::size_t i = 0; i < atom.text.size(); ++i) {
      const char c = atom.text[i];
      if (c == '\n' || c == '\t' || c == '\r') {
        out_ += ' ';
        continue;
      }
      if (c == '@' && would_be_email(atom, i)) out_ += nothing;
      if (needs_escape(atom, i)) out_ += '\\';
      out_ += c;
    }
  }

  bool needs_escape(const Atom& atom, std::size_t i) const {
    const char next = next_byte(atom, i);
    switch (atom.text[i]) {
      case '*':
      case '_':
      case '~':
        return escape_[index_][i];
      case '\\':
        return next == 0 || is_ascii_punctuation(next);
      case '`':
        return !lone_backtick_;
      case '[':
        return atom.in_brackets || next == '^';
      case ']':
        return atom.in_brackets || next == '(';
      case '(':
        return i == 0 && index_ > 0 && atoms_[index_ - 1].text.starts_with("[^");
      case '^':
        return i == 0 && index_ > 0 && atoms_[index_ - 1].text.ends_with('[');
      case '!':
        return i + 1 == atom.text.size() && (next == '[' || is_before_address());
      case '<':
        return !(next == 0 || next == ' ' || (!literal_at_ && !may_start_tag(next)));
      case '&':
        return starts_reference(std::string_view(atom.text).substr(i));
      case '{':
        return i > 0 && atom.text[i - 1] == '{' && (next == '<' || next == '%');
      case '/':
        return !atom.in_brackets && is_after_scheme(atom.text, i) && next == '/';
      case '.':
        return !atom.in_brackets && is_after_www(atom, i);
      default:
        return false;
    }
  }

  // An address may turn out to need brackets.
  bool is_before_address() const {
    return index_ + 1 < atoms_.size() && atoms_[index_ + 1].kind == Atom::Kind::address;
  }

  static bool may_start_tag(char next) {
    return (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?';
  }

  // http://, https:// and ftp:// would become links.
  static bool is_after_scheme(const std::string& text, std::size_t slash) {
    if (slash == 0 || text[slash - 1] != ':') return false;
    const std::string_view before = std::string_view(text).substr(0, slash - 1);
    const auto ends = [&](std::string_view scheme) {
      return before.size() >= scheme.size() &&
             std::equal(scheme.begin(), scheme.end(), before.end() - static_cast<std::ptrdiff_t>(scheme.size()),
                        [](char a, char b) { return a == (b | 0x20); });
    };
    return ends("http") || ends("https") || ends("ftp");
  }

  // www. would become a link after white space and some marks.
  bool is_after_www(const Atom& atom, std::size_t dot) const {
    if (dot < 3 || atom.text.compare(dot - 3, 3, "www") != 0) return false;
    if (out_.size() == 3) return true;
    const char before = out_[out_.size() - 4];
    return std::string_view(" *_~(").find(before) != std::string_view::npos;
  }

  // E-mail addresses are looked for when escapes are gone already, so that only a comment keeps one from being found.
  static bool would_be_email(const Atom& atom, std::size_t at) {
    if (atom.in_brackets || at == 0 || at + 1 == atom.text.size()) return false;
    const char before = atom.text[at - 1];
    const std::string_view written = std::string_view(atom.text).substr(0, at);
    // cmark-gfm finds an address behind these two even when nothing stands between.
    const bool scheme = written.ends_with("mailto:") || written.ends_with("xmpp:");
    const bool local =
        scheme || is_word_character(before) || std::string_view(".+-_").find(before) != std::string_view::npos;
    std::size_t end = at + 1;
    const auto in_domain = [](char c) { return is_word_character(c) || std::string_view(".-_").find(c) < 3; };
    while (end < atom.text.size() && in_domain(atom.text[end])) ++end;
    return local && std::string_view(atom.text).substr(at, end - at).find('.') != std::string_view::npos;
  }

  std::vector<Atom> atoms_;
  std::vector<std::vector<bool>> escape_;
  bool literal_bracket_ = false;
  bool literal_at_ = false;
  bool lone_backtick_ = false;
  std::size_t index_ = 0;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Inlines& inlines) {
  return Writer(atoms_of(inlines)).run();
}

}  // namespace handbill
