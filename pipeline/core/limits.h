// What one build may cost, in one place. Input past a limit is refused with a diagnostic that names the limit, except
// where it says that nobody is told: there the result is the same, or a hint less. With all of them a build stays below
// a gigabyte of memory for each document that is being made, whatever somebody has written.
#pragma once

#include <cstddef>
#include <cstdint>

namespace handbill::limits {

inline constexpr std::size_t mebibyte = 1024 * 1024;

// Files
inline constexpr std::size_t page_bytes = 12 * mebibyte;       ///< a Markdown page: 6,000 printed pages
inline constexpr std::size_t source_bytes = 32 * mebibyte;     ///< a YAML, PO or XLIFF file
inline constexpr std::size_t font_bytes = 64 * mebibyte;       ///< a font file or a colour profile
inline constexpr std::size_t image_bytes = 64 * mebibyte;      ///< an image file
inline constexpr std::size_t images_bytes = 256 * mebibyte;    ///< all image files of a page, which are held at once
inline constexpr std::size_t image_pixels = 50 * 1000 * 1000;  ///< width times height: A1 at 200 dots an inch
inline constexpr std::size_t image_side = 65500;               ///< width or height in pixels; libjpeg's own
inline constexpr std::size_t png_chunk_bytes = 16 * mebibyte;  ///< what a PNG says of itself besides its pixels
inline constexpr int jpeg_scans = 500;                         ///< of a progressive image; programs write about ten

// Pages
inline constexpr std::size_t parser_bytes = 256 * mebibyte;  ///< what cmark may take: one address, named often, is many
inline constexpr std::size_t document_parts = 400 * 1000;    ///< blocks, texts, lines of code and inlines of a document
inline constexpr std::size_t text_bytes = mebibyte;          ///< a paragraph, which is broken into lines as a whole
inline constexpr int block_nesting = 100;                    ///< quotes and lists inside each other
inline constexpr int inline_nesting = 100;                   ///< emphasis and links inside each other
inline constexpr std::size_t heading_bytes = 8192;           ///< a heading or title, which pages repeat at their heads
inline constexpr std::size_t table_cells = 200 * 1000;       ///< in all of a document's wide tables
inline constexpr std::size_t table_columns = 1000;           ///< in a table; cmark looks at all of them for each
inline constexpr std::size_t front_matter_editions = 100;    ///< that a page adds: each is a file in every language
inline constexpr std::size_t edition_name_bytes = 100;       ///< of 255 that a file's name may have
/// Of images that begin and of <? and <!: cmark looks far for the end of each. What is more is text; nobody is told.
inline constexpr std::size_t images_in_a_paragraph = 1000;
inline constexpr std::size_t declarations_in_a_paragraph = 100;
/// Unicode's stream-safe format allows as many, and no language needs ten. More are drawn apart; nobody is told.
inline constexpr std::size_t marks_on_a_letter = 30;
/// Brackets in brackets whose pairs decide their direction: as many as UAX #9 asks for. Nobody is told.
inline constexpr std::size_t bracket_nesting = 63;
/// What HarfBuzz shapes at once, in UTF-16 units; it is cut before a space, or where none comes for long. Some of its
/// lookups search to and fro. Nobody is told.
inline constexpr std::uint32_t run_units = 8192;
inline constexpr std::uint32_t unbroken_units = 2048;

// What is remembered, so as not to be worked out again. Nobody is told.
inline constexpr std::size_t shaped_bytes = 16 * mebibyte;     ///< of shaped text
inline constexpr std::size_t hyphenated_bytes = 4 * mebibyte;  ///< of hyphenated words, for each language
inline constexpr std::size_t manifest_bytes = 64 * mebibyte;   ///< what builds remember of a folder

// YAML
inline constexpr int yaml_nesting = 64;
inline constexpr std::size_t yaml_nodes = 1000 * 1000;  ///< texts, lists and maps in one YAML file
/// Brackets, braces, commas and colons on a line that has a bracket: yaml-cpp looks through all of them at each.
inline constexpr std::size_t yaml_line_marks = 1000;

// The program's own words
inline constexpr int message_nesting = 8;           ///< arguments inside each other in an interface message
inline constexpr std::size_t message_bytes = 4096;  ///< an interface message

// Other texts
inline constexpr std::size_t language_tag_bytes = 100;  ///< of a language's name; longer ones name none
inline constexpr std::size_t inline_code_bytes = 4096;  ///< Markdown that an XLIFF file protects

// What is compared with all that may be meant by it, or looked for in all that follows: it could take the square of
// what somebody has written. Past these the answer is a coarser one, or none. Nobody is told.
inline constexpr std::size_t guesses = 50;                  ///< at names, for the hints of a whole command
inline constexpr std::size_t guessed_name_bytes = 100;      ///< a longer name is not guessed at
inline constexpr std::size_t reference_hints = 5;           ///< that a text's links, images and footnotes get
inline constexpr std::size_t address_comparisons = 20'000;  ///< of a translation's addresses with its source's
inline constexpr std::size_t aligned_pairs = 16'000'000;    ///< of texts of a page and its translation
inline constexpr std::size_t similar_pairs = 10'000;        ///< of texts; past it those that share words
inline constexpr std::size_t similar_texts = 6;             ///< that one is compared with then
inline constexpr std::size_t texts_of_a_word = 64;          ///< a word in more of them tells nothing
inline constexpr std::size_t similar_words = 500'000'000;   ///< compared; past it their order counts no longer
inline constexpr std::size_t similar_text_words = 200;      ///< of a text: what follows does not count
inline constexpr std::size_t link_window_bytes = 8192;      ///< in which the place of a link is looked for
inline constexpr std::size_t quotation_units = 4000;  ///< UTF-16; a quotation mark's partner is not looked for further
inline constexpr std::size_t hyphenated_word_units = 100;  ///< UTF-16; longer words are not hyphenated

// How often
inline constexpr int compositions = 4;                  ///< of a document that names its own pages
inline constexpr std::size_t remembered_openings = 16;  ///< different commands whose builds a folder remembers
inline constexpr std::size_t jobs = 256;                ///< files that are made at the same time

}  // namespace handbill::limits
