#include "render/epub/href.h"

#include <algorithm>

namespace handbill::epub {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(address[0])) return false;
  return std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
}

/// "scheme://host:port", where brackets may hold an IPv6 address and letters of any script a name.
std::size_t authority_end(std::string_view address) {
  const std::size_t start = address.find("://");
  if (start == std::string_view::npos) return 0;
  return std::min(address.find_first_of("/?#", start + 3), address.size());
}

bool allowed(char c) {
  constexpr std::string_view reserved = "-._~:/?#@!$&'()*+,;=";
  return is_letter(c) || is_digit(c) || reserved.find(c) != std::string_view::npos;
}

std::string percent(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'%', digits[byte >> 4], digits[byte & 15]};
}

}  // namespace

std::optional<std::string> external_href(std::string_view address) {
  if (!has_scheme(address)) return std::nullopt;
  const std::size_t authority = authority_end(address);
  const std::size_t fragment = address.find('#');
  std::string href(address.substr(0, authority));
  for (std::size_t at = authority; at < address.size(); ++at) {
    const char c = address[at];
    const bool escape = c == '%' && at + 2 < address.size() && is_hex(address[at + 1]) && is_hex(address[at + 2]);
    const bool second_hash = c == '#' && at != fragment;
    href += escape || (allowed(c) && !second_hash) ? std::string(1, c) : percent(c);
  }
  return href;
}

}  // namespace handbill::epub
