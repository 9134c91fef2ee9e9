// What one build may cost, in one place. Input past a limit is refused with a diagnostic that names the limit.
#pragma once

#include <cstddef>

namespace handbill::limits {

inline constexpr std::size_t source_bytes = 64 * 1024 * 1024;     ///< a Markdown or YAML file
inline constexpr std::size_t image_bytes = 64 * 1024 * 1024;      ///< an image file
inline constexpr std::size_t image_pixels = 100 * 1000 * 1000;    ///< width times height
inline constexpr std::size_t image_side = 65500;                  ///< width or height in pixels; libjpeg's own
inline constexpr std::size_t font_bytes = 64 * 1024 * 1024;       ///< a font file
inline constexpr std::size_t shaped_bytes = 16 * 1024 * 1024;     ///< what is remembered of shaped text
inline constexpr std::size_t hyphenated_bytes = 4 * 1024 * 1024;  ///< of hyphenated words, for each language
inline constexpr int block_nesting = 100;                         ///< quotes and lists inside each other
inline constexpr int inline_nesting = 100;                        ///< emphasis and links inside each other
inline constexpr std::size_t table_cells = 200 * 1000;            ///< in all of a document's wide tables
inline constexpr int yaml_nesting = 64;
inline constexpr std::size_t yaml_nodes = 1000 * 1000;  ///< texts, lists and maps in one YAML file
inline constexpr std::size_t yaml_line_marks =
    1000;                                  ///< brackets, braces, commas and colons on a line that has a bracket
inline constexpr int message_nesting = 8;  ///< arguments inside each other in an interface message
inline constexpr std::size_t message_bytes = 4096;  ///< an interface message

}  // namespace handbill::limits
