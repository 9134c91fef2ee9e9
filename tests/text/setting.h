// Text, faces and lines for tests, in few words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/paragraph.h"

namespace handbill::test {

/// The project's own fonts. Skips nothing: without them this stage cannot be tested.
const FontLibrary& fonts();

struct Setting {
  std::string language = "en";
  std::string role = "serif";
  double size = 10;
};

/// A paragraph in one style; its direction is its language's.
StyledText styled(std::string_view utf8, const Setting& setting = {});

ShapedTextPtr shaped(StyledText text);

std::vector<Line> set(std::string_view utf8, double measure, const Setting& setting = {});

std::string dump_of(std::string_view utf8, double measure, const Setting& setting = {});

}  // namespace handbill::test
