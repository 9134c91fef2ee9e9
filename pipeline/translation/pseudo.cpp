#include "translation/pseudo.h"

#include <fmt/format.h>

#include <array>
#include <variant>

#include "core/yaml_write.h"
#include "document/walk.h"
#include "translation/interface.h"

namespace handbill {
namespace {

/// What each of a to z becomes.
using Letters = std::array<std::string_view, 26>;

constexpr Letters accented_small = {"á", "b", "ç", "đ", "é", "f", "ğ", "ĥ", "î", "ĵ", "ķ", "ļ", "m",
                                    "ñ", "ö", "þ", "q", "ŕ", "š", "ţ", "ü", "v", "ŵ", "x", "ý", "ž"};
constexpr Letters accented_capital = {"Á", "B", "Ç", "Đ", "É", "F", "Ğ", "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "M",
                                      "Ñ", "Ö", "Þ", "Q", "Ŕ", "Š", "Ţ", "Ü", "V", "Ŵ", "X", "Ý", "Ž"};
constexpr Letters arabic = {"ا", "ب", "ك", "د", "ي", "ف", "غ", "ه", "ي", "ج", "ك", "ل", "م",
                            "ن", "و", "ب", "ق", "ر", "س", "ت", "و", "ف", "و", "خ", "ي", "ز"};

// In tenths of a letter, for every letter: 40% more.
constexpr int growth = 4;

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_ascii_letter(char c) {
  return is_small(static_cast<char>(c | 0x20));
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_vowel(char c) {
  return std::string_view("aeiou").find(static_cast<char>(c | 0x20)) != std::string_view::npos;
}

/// Words grow at their vowels, where Dutch and Finnish have theirs, as soon as they are due.
class Accenter {
 public:
  std::string word(std::string_view word) {
    std::string out;
    for (const char c : word) {
      if (!is_ascii_letter(c)) {
        out += c;
        continue;
      }
      const auto& letters = is_small(c) ? accented_small : accented_capital;
      const std::string_view letter = letters[static_cast<std::size_t>((c | 0x20) - 'a')];
      out += letter;
      due_ += growth;
      for (; is_vowel(c) && due_ >= 10; due_ -= 10) out += accented_small[static_cast<std::size_t>((c | 0x20) - 'a')];
    }
    return out;
  }

 private:
  int due_ = 0;
};

std::string_view arabic_mark(std::string_view word, std::size_t at) {
  const bool in_number = at > 0 && at + 1 < word.size() && is_digit(word[at - 1]) && is_digit(word[at + 1]);
  switch (word[at]) {
    case ',':
      return in_number ? "٬" : "،";
    case '.':
      return in_number ? "٫" : ".";
    case ';':
      return "؛";
    case '?':
      return "؟";
    case '%':
      return "٪";
    default:
      return word.substr(at, 1);
  }
}

std::string in_arabic(std::string_view word) {
  constexpr std::array<std::string_view, 10> digits = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = static_cast<char>(word[at] | 0x20);
    const char next = at + 1 < word.size() ? static_cast<char>(word[at + 1] | 0x20) : '\0';
    if (is_digit(word[at])) {
      out += digits[static_cast<std::size_t>(word[at] - '0')];
    } else if (!is_ascii_letter(word[at])) {
      out += arabic_mark(word, at);
    } else if (next == 'h' && (c == 's' || c == 't')) {
      out += c == 's' ? "ش" : "ث";
      ++at;
    } else if (next == c && !is_vowel(c)) {
      out += std::string(arabic[static_cast<std::size_t>(c - 'a')]) + "\u0651";  // a double letter's mark
      ++at;
    } else {
      out += arabic[static_cast<std::size_t>(c - 'a')];
    }
  }
  return out;
}

bool looks_like_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.starts_with("www.");
}

class Pseudonym {
 public:
  explicit Pseudonym(Pseudo pseudo) : pseudo_(pseudo) {}

  /// Words and what stands between them; what is in braces is kept.
  std::string text(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      const std::size_t length = text.front() == '{'   ? end_of_braces(text)
                                 : text.front() == ' ' ? 1
                                                       : std::min(text.find_first_of(" {"), text.size());
      const std::string_view part = text.substr(0, length);
      const bool kept = part.front() == '{' || part.front() == ' ' || looks_like_address(part);
      out += kept ? std::string(part) : word(part);
      text.remove_prefix(length);
    }
    return out;
  }

 private:
  static std::size_t end_of_braces(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '{') ++depth;
      if (text[at] == '}' && --depth == 0) return at + 1;
    }
    return text.size();
  }

  std::string word(std::string_view word) {
    switch (pseudo_) {
      case Pseudo::accented:
        return accenter_.word(word);
      case Pseudo::mirrored:
        return in_arabic(word);
    }
    internal_error("a pseudo-locale that nobody knows");
  }

  Pseudo pseudo_;
  Accenter accenter_;
};

void localise(Inlines& inlines, Pseudonym& pseudonym);

void localise(Inline& one, Pseudonym& pseudonym) {
  if (auto* const text = std::get_if<Text>(&one.node)) text->text = pseudonym.text(text->text);
  if (auto* const emphasis = std::get_if<Emphasis>(&one.node)) localise(emphasis->children, pseudonym);
  if (auto* const strong = std::get_if<Strong>(&one.node)) localise(strong->children, pseudonym);
  if (auto* const gone = std::get_if<Strikethrough>(&one.node)) localise(gone->children, pseudonym);
  if (auto* const image = std::get_if<InlineImage>(&one.node)) localise(image->alt, pseudonym);
  auto* const link = std::get_if<Link>(&one.node);
  if (link != nullptr && plain_text(link->children) != link->address) localise(link->children, pseudonym);
}

void localise(Inlines& inlines, Pseudonym& pseudonym) {
  for (Inline& one : inlines) localise(one, pseudonym);
}

Pseudo must_be_pseudo(const Language& locale) {
  const auto pseudo = pseudo_of(locale);
  if (!pseudo) internal_error("no pseudo-locale: " + locale.tag());
  return *pseudo;
}

}  // namespace

std::optional<Pseudo> pseudo_of(const Language& locale) {
  if (locale.tag() == "en-XA") return Pseudo::accented;
  if (locale.tag() == "ar-XB") return Pseudo::mirrored;
  return std::nullopt;
}

Document pseudo_localise(const Document& document, const Language& locale) {
  const Pseudo pseudo = must_be_pseudo(locale);
  Document made = document;
  made.language = locale;
  for_each_passage(made, [&](Passage& passage) {
    Pseudonym pseudonym(pseudo);
    localise(passage.inlines, pseudonym);
  });
  return made;
}

std::string pseudo_text(std::string_view utf8, Pseudo pseudo) {
  return Pseudonym(pseudo).text(utf8);
}

std::string pseudo_interface(const Language& locale) {
  const Pseudo pseudo = must_be_pseudo(locale);
  std::string file =
      fmt::format("locale: {}\ndigits: {}\nmessages:\n", locale.tag(), pseudo == Pseudo::mirrored ? "arab" : "latn");
  for (const InterfaceKey& key : interface_keys())
    file += fmt::format("  {}: {}\n", key.key, yaml::double_quoted(pseudo_text(key.english, pseudo)));
  return file;
}

}  // namespace handbill
