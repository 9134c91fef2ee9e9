// Pictures as other programs draw them, and how far two of them differ.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace handbill::test {

/// A grey picture, row by row from the top left; 0 is black.
struct Picture {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::vector<std::uint8_t> pixels;
};

inline constexpr int picture_resolution = 150;  ///< dots an inch

/// The first page of a PDF, drawn by Poppler.
Picture draw_pdf(const std::string& bytes);

/// An SVG file, drawn by librsvg.
Picture draw_svg(const std::string& bytes);

/// How much of the ink of two pictures of the same size is not in the same place: of all pixels that are dark in
/// either, the share that is light in the other, and in all of its eight neighbours.
double misplaced(const Picture& a, const Picture& b);

}  // namespace handbill::test
