#include "core/markup.h"

#include <algorithm>

#include "core/unicode.h"

namespace handbill {
namespace {

bool allowed(char16_t unit) {
  if (unit == u'\t' || unit == u'\n') return true;
  return unit >= 0x20 && unit != 0xFFFE && unit != 0xFFFF;
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void append_escaped(std::string& out, std::string_view text) {
  const std::string safe = is_plain_ascii(text) ? std::string() : xml_safe(text);
  for (const char c : safe.empty() ? text : safe) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

std::string xml_safe(std::string_view text) {
  std::u16string units = to_utf16(text);
  std::replace_if(
      units.begin(), units.end(), [](char16_t unit) { return !allowed(unit); }, u'\uFFFD');
  return to_utf8(units);
}

void Markup::tag(std::string_view name, std::initializer_list<Attribute> attributes) {
  text_ += '<';
  text_ += name;
  for (const Attribute& attribute : attributes) {
    text_ += ' ';
    text_ += attribute.name;
    text_ += "=\"";
    append_escaped(text_, attribute.value);
    text_ += '"';
  }
}

Markup::Guard Markup::element(std::string_view name, std::initializer_list<Attribute> attributes) {
  tag(name, attributes);
  text_ += '>';
  return {*this, name};
}

Markup& Markup::element(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text) {
  const Guard guard = element(name, attributes);
  return this->text(text);
}

Markup& Markup::empty(std::string_view name, std::initializer_list<Attribute> attributes) {
  tag(name, attributes);
  return raw("/>");
}

Markup& Markup::text(std::string_view text) {
  append_escaped(text_, text);
  return *this;
}

}  // namespace handbill
