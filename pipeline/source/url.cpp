#include "source/url.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace handbill::url {
namespace {

bool is_scheme_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Cuts off what follows the first `mark`.
std::optional<std::string_view> cut(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view tail = text.substr(at + 1);
  text = text.substr(0, at);
  return tail;
}

// Section 5.2.4 for a path that starts with a slash: "." goes, ".." takes the step before it along.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> steps;
  bool ends_in_folder = false;
  for (std::size_t start = 1; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view step = path.substr(start, end - start);
    ends_in_folder = step == "." || step == "..";
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!ends_in_folder) steps.push_back(step);
    start = end + 1;
  }
  std::string out;
  for (const std::string_view step : steps) out.append("/").append(step);
  if (ends_in_folder || out.empty()) out += "/";
  return out;
}

std::string merged_path(const Parts& base, std::string_view path) {
  if (path.starts_with('/')) return without_dots(path);
  const std::size_t slash = base.path.rfind('/');
  const std::string_view folder = slash == std::string_view::npos ? "" : base.path.substr(0, slash + 1);
  return without_dots((folder.empty() ? "/" : std::string(folder)) + std::string(path));
}

}  // namespace

Parts split(std::string_view address) {
  Parts parts;
  parts.fragment = cut(address, '#');
  parts.query = cut(address, '?');
  const std::size_t colon = address.find(':');
  const bool has_scheme =
      colon != std::string_view::npos && colon > 0 && is_scheme_letter(address[0]) &&
      std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(colon),
                  [](char c) { return is_scheme_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
  if (has_scheme) {
    parts.scheme = address.substr(0, colon);
    address.remove_prefix(colon + 1);
  }
  if (address.starts_with("//")) {
    const std::size_t slash = std::min(address.find('/', 2), address.size());
    parts.authority = address.substr(2, slash - 2);
    address.remove_prefix(slash);
  }
  parts.path = address;
  return parts;
}

std::string scheme_of(std::string_view address) {
  std::string scheme(split(address).scheme.value_or(""));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return scheme;
}

std::string join(std::string_view base_address, std::string_view reference) {
  const Parts to = split(reference);
  if (to.scheme) return std::string(reference);
  const Parts base = split(base_address);
  std::string out(base.scheme.value_or(""));
  out += ':';
  const bool own_path = to.authority || !to.path.empty();
  if (const auto authority = to.authority ? to.authority : base.authority) out.append("//").append(*authority);
  if (to.authority) {
    out += to.path.empty() ? "" : without_dots(to.path);
  } else {
    out += to.path.empty() ? std::string(base.path) : merged_path(base, to.path);
  }
  const auto query = own_path || to.query ? to.query : base.query;
  if (query) out.append("?").append(*query);
  if (to.fragment) out.append("#").append(*to.fragment);
  return out;
}

std::string cleaned(std::string_view address) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!address.empty() && is_edge(address.front())) address.remove_prefix(1);
  while (!address.empty() && is_edge(address.back())) address.remove_suffix(1);
  std::string out;
  std::copy_if(address.begin(), address.end(), std::back_inserter(out),
               [](char c) { return c != '\t' && c != '\n' && c != '\r'; });
  return out;
}

std::string encoded(std::string_view address) {
  static constexpr std::string_view forbidden = " \"<>\\^`{|}";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f || forbidden.find(c) != std::string_view::npos) {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0;
    if (escape) {
      out += static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace handbill::url
