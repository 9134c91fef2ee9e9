#include "text/address_finder.h"

namespace handbill {
namespace {

bool is_space(char16_t unit) {
  constexpr char16_t line_separator = 0x2028;
  return unit == u' ' || unit == u'\t' || unit == u'\n' || unit == line_separator;
}

}  // namespace

bool AddressFinder::is_address(std::uint32_t offset) {
  if (offset < begin_ || offset >= end_) find(offset);
  return address_;
}

void AddressFinder::find(std::uint32_t offset) {
  begin_ = end_ = offset;
  while (begin_ > 0 && !is_space(text_[begin_ - 1])) --begin_;
  while (end_ < text_.size() && !is_space(text_[end_])) ++end_;
  const std::u16string_view word = text_.substr(begin_, end_ - begin_);
  const auto has = [&](std::u16string_view part) { return word.find(part) != std::u16string_view::npos; };
  address_ = has(u"://") || has(u"www.") || has(u"@");
}

}  // namespace handbill
