// Text, faces and lines for tests, in few words.
#pragma once

#include <cstdint>
#include <random>
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

/// A number from 0 up to but not including `bound`, the same everywhere for the same seed.
inline std::uint32_t below(std::uint32_t bound, std::mt19937& random) {
  return static_cast<std::uint32_t>(random()) % bound;
}

ShapedTextPtr shaped(StyledText text);

std::vector<Line> set(std::string_view utf8, double measure, const Setting& setting = {});

std::string dump_of(std::string_view utf8, double measure, const Setting& setting = {});

}  // namespace handbill::test
