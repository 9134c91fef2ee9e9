// Documents laid out for tests, in few words.
#pragma once

#include <string>
#include <string_view>

#include "layout/layout.h"

namespace handbill::test {

/// The project's own fonts.
const FontLibrary& fonts();

/// What to lay a document out with; what is not given is the default.
struct LayoutSetting {
  std::string language = "en";
  LayoutKind layout = LayoutKind::handout;
  std::string paper = "A6";
  const Theme* theme = nullptr;
  Images images = {};
  Length bleed = {};
  Impose impose = Impose::none;
  int sides = 0;
  bool fit = false;
  std::size_t workers = 1;
};

/// Markdown, parsed and laid out; fails the test when parsing has errors.
Result<Pages> lay_out_markdown(std::string_view markdown, const LayoutSetting& setting = {});

/// A document as source/ makes it, with its links resolved.
Document parsed(std::string_view markdown, const std::string& language = "en");

/// A document laid out; LayoutSetting::language does not count.
Result<Pages> lay_out_document(const Document& document, const LayoutSetting& setting = {});

/// A one-colour PNG of the given size.
ImagePtr image(std::uint32_t width, std::uint32_t height);

/// The lines of text on a page, in logical order, without places.
std::vector<std::string> lines_on(const Pages& pages, std::size_t page);

}  // namespace handbill::test
