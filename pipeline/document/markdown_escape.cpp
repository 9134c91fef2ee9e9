#include "document/markdown_escape.h"

#include <algorithm>

namespace handbill {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_alphanumeric(char c) {
  return is_digit(c) || is_letter(c);
}

// Escapes what is special in an address or a title, and `also` (a set of characters) besides.
std::string escaped(std::string_view text, std::string_view also) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool before_mark = i + 1 == text.size() || is_ascii_punctuation(text[i + 1]);
    const bool escape = (c == '\\' && before_mark) || also.find(c) != std::string_view::npos;
    if (c == '\n') {
      out += "&#10;";
      continue;
    }
    // It would close a code span that a backtick in the text before opens, even after a backslash.
    if (c == '`') {
      out += "&#96;";
      continue;
    }
    // Character references are read before backslashes here, so that \& would not help.
    if (c == '&' && starts_reference(text.substr(i))) {
      out += "&amp;";
      continue;
    }
    // Two braces could begin a shortcode, which is looked for before Markdown is read.
    const bool second_brace = c == '{' && i > 0 && text[i - 1] == '{';
    if (escape || second_brace) out += '\\';
    out += c;
  }
  return out;
}

bool has_balanced_parentheses(std::string_view text) {
  int open = 0;
  for (const char c : text) {
    if (c == '(' && ++open > 30) return false;
    if (c == ')' && --open < 0) return false;
  }
  return open == 0;
}

std::string address_markdown(const std::string& address, bool has_title) {
  if (address.empty()) return has_title ? "<>" : "";
  const bool has_space = std::any_of(address.begin(), address.end(), [](char c) { return c >= 0 && c <= ' '; });
  if (!has_space && address.front() != '<') return escaped(address, has_balanced_parentheses(address) ? "" : "()");
  // Spaces at the ends would be trimmed before character references are read.
  std::size_t first = 0;
  std::size_t last = address.size();
  std::string head;
  std::string tail;
  for (; first < last && address[first] == ' '; ++first) head += "&#32;";
  for (; last > first && address[last - 1] == ' '; --last) tail += "&#32;";
  return "<" + head + escaped(std::string_view(address).substr(first, last - first), "<>") + tail + ">";
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0) return false;
  const auto local = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  const bool local_fits = std::all_of(local.begin(), local.end(), [](char c) {
    return is_alphanumeric(c) || c == '.' || c == '+' || c == '-' || c == '_';
  });
  const bool domain_fits =
      !domain.empty() && is_alphanumeric(domain.front()) && is_letter(domain.back()) &&
      domain.find("..") == std::string_view::npos && domain.find('.') != std::string_view::npos &&
      std::all_of(domain.begin(), domain.end(), [](char c) { return is_alphanumeric(c) || c == '.' || c == '-'; });
  return local_fits && domain_fits && domain.find("-.") == std::string_view::npos &&
         domain.find(".-") == std::string_view::npos;
}

/// Whether no underscore of a bare address can be taken for emphasis: each stands inside a word.
bool has_plain_underscores(std::string_view address) {
  for (std::size_t at = address.find('_'); at != std::string_view::npos; at = address.find('_', at + 1)) {
    const bool inside = at > 0 && at + 1 < address.size();
    if (!inside || !is_alphanumeric(address[at - 1]) || !is_alphanumeric(address[at + 1])) return false;
  }
  return true;
}

/// CommonMark's own autolinks have a host's labels as the network has them (RFC 1035), GFM's take any length.
bool has_short_labels(std::string_view host) {
  constexpr std::size_t longest = 63;
  for (std::size_t begin = 0; begin < host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    if (end - begin > longest) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

bool is_ascii_punctuation(char c) {
  return (c >= 0x21 && c <= 0x2f) || (c >= 0x3a && c <= 0x40) || (c >= 0x5b && c <= 0x60) || (c >= 0x7b && c <= 0x7e);
}

bool starts_reference(std::string_view text) {
  if (text.size() < 3 || text[0] != '&' || !(text[1] == '#' || is_letter(text[1]))) return false;
  std::size_t end = 2;
  while (end < text.size() && is_alphanumeric(text[end])) ++end;
  return end < text.size() && text[end] == ';';
}

std::string destination_markdown(const std::string& address, const std::string& title) {
  std::string out = address_markdown(address, !title.empty());
  if (title.empty()) return out;
  // cmark takes a quotation mark after a backslash for escaped, whatever stands before the backslash.
  const bool backslash = title.ends_with('\\');
  const std::string_view most = std::string_view(title).substr(0, title.size() - (backslash ? 1 : 0));
  return out + " \"" + escaped(most, "\"") + (backslash ? "&#92;\"" : "\"");
}

bool is_own_address(std::string_view text, std::string_view address) {
  if (text.empty()) return false;
  const auto is_with = [&](std::string_view prefix) {
    return address.size() == prefix.size() + text.size() && address.starts_with(prefix) && address.ends_with(text);
  };
  const bool email = is_email(text) && is_with("mailto:");
  const bool web = is_with("http://") && links_itself(text, address);
  return email || web || (text == address && fits_angle_brackets(text, address));
}

bool links_itself(std::string_view text, std::string_view address) {
  // What starts with "www." is taken for a web address, whatever follows.
  if (is_email(text) && address.starts_with("mailto:")) return !text.starts_with("www.") && has_plain_underscores(text);
  std::string_view host = text;
  for (const std::string_view scheme : {"http://", "https://"})
    if (text.starts_with(scheme)) host.remove_prefix(scheme.size());
  const bool web = text.starts_with("www.");
  if (!web && host.size() == text.size()) return false;
  // Only what no reading of the rules disagrees about: a plain host with a dot, plain characters, a plain end.
  const auto host_name = host.substr(0, host.find_first_of("/?#:"));
  const bool plain_host = host_name.size() >= 3 && is_alphanumeric(host_name.front()) &&
                          is_alphanumeric(host_name.back()) && host_name.find('.') != std::string_view::npos &&
                          host_name.find("..") == std::string_view::npos &&
                          std::all_of(host_name.begin(), host_name.end(),
                                      [](char c) { return is_alphanumeric(c) || c == '.' || c == '-'; });
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || std::string_view("/.-_~?#=%+:@,!").find(c) != std::string_view::npos;
  });
  return plain_host && plain && (is_alphanumeric(text.back()) || text.back() == '/');
}

bool fits_angle_brackets(std::string_view text, std::string_view address) {
  if (is_email(text) && address.starts_with("mailto:") && address.substr(7) == text)
    return has_short_labels(text.substr(text.find('@') + 1));
  if (text != address) return false;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < 2 || colon > 32 || !is_letter(text[0])) return false;
  const bool scheme = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                                  [](char c) { return is_alphanumeric(c) || c == '.' || c == '+' || c == '-'; });
  // Character references are read in there, but nothing can be escaped.
  return scheme && std::none_of(text.begin(), text.end(), [](char c) {
           return (c >= 0 && c <= ' ') || c == '<' || c == '>' || c == '&' || c == '\\' || c == '`' || c == 0x7f;
         });
}

}  // namespace handbill
