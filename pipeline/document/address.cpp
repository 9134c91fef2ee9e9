#include "document/address.h"

#include <algorithm>
#include <string>

namespace handbill {
namespace {

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lowered(std::string_view text) {
  std::string lower_text(text);
  std::transform(lower_text.begin(), lower_text.end(), lower_text.begin(), lower);
  return lower_text;
}

/// What two spellings of one address have in common.
std::string essence(std::string_view address) {
  const std::string all = lowered(address);
  std::string_view rest = all;
  if (!drop_prefix(rest, "https://")) drop_prefix(rest, "http://");
  drop_prefix(rest, "www.");
  drop_prefix(rest, "mailto:");
  if (rest.ends_with('/')) rest.remove_suffix(1);
  return std::string(rest);
}

std::string dialled(std::string_view number) {
  std::string digits;
  for (const char c : number)
    if ((c >= '0' && c <= '9') || c == '+') digits += c;
  return digits;
}

bool is_number(std::string_view text) {
  return text.find_first_not_of("+0123456789 -./()") == std::string_view::npos;
}

}  // namespace

std::string_view shown_address(std::string_view address) {
  if (address.starts_with('#')) return {};
  if (!drop_prefix(address, "mailto:")) drop_prefix(address, "tel:");
  return address;
}

bool says_address(std::string_view text, std::string_view address) {
  if (text.empty() || address.empty()) return false;
  if (drop_prefix(address, "tel:")) return is_number(text) && dialled(text) == dialled(address);
  return essence(text) == essence(address);
}

}  // namespace handbill
