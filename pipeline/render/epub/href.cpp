#include "render/epub/href.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <cstdint>
#include <memory>

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

/// Where "scheme://host:port" ends: in it, brackets may hold an IPv6 address.
std::size_t authority_end(std::string_view address) {
  const std::size_t start = address.find("://");
  if (start == std::string_view::npos) return 0;
  return std::min(address.find_first_of("/?#", start + 3), address.size());
}

/// A name in letters of any script as domain names are looked up (UTS #46): "xn--…". As it is when it is no name.
std::string ascii_host(std::string_view host) {
  if (std::all_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(host);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
  if (U_FAILURE(status)) return std::string(host);
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8(icu::StringPiece(host.data(), static_cast<std::int32_t>(host.size())), sink, info, status);
  return U_FAILURE(status) || info.hasErrors() ? std::string(host) : ascii;
}

/// "scheme://user@host:port" with the host in ASCII.
std::string ascii_authority(std::string_view authority) {
  const std::size_t slashes = authority.find("://");
  if (slashes == std::string_view::npos) return std::string(authority);
  const std::size_t user = authority.find('@', slashes);
  const std::size_t start = user == std::string_view::npos ? slashes + 3 : user + 1;
  const bool bracketed = start < authority.size() && authority[start] == '[';
  const std::size_t port = bracketed ? authority.size() : std::min(authority.find(':', start), authority.size());
  return std::string(authority.substr(0, start)) + ascii_host(authority.substr(start, port - start)) +
         std::string(authority.substr(port));
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
  std::string href = ascii_authority(address.substr(0, authority));
  for (std::size_t at = authority; at < address.size(); ++at) {
    const char c = address[at];
    const bool escape = c == '%' && at + 2 < address.size() && is_hex(address[at + 1]) && is_hex(address[at + 2]);
    const bool second_hash = c == '#' && at != fragment;
    href += escape || (allowed(c) && !second_hash) ? std::string(1, c) : percent(c);
  }
  return href;
}

}  // namespace handbill::epub
