// What a reader gets out of a finished file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace handbill::test {

/// As Poppler's pdftotext recovers it.
std::string pdf_text(const std::filesystem::path& path);

/// The addresses that a PDF's link annotations open, as qpdf lists them; in order, each once.
std::vector<std::string> pdf_addresses(const std::filesystem::path& path);

/// How many link annotations lead to a place in the same PDF.
std::size_t pdf_internal_links(const std::filesystem::path& path);

/// How many elements of a type ("TR") a PDF's structure tree has.
std::size_t pdf_elements(const std::filesystem::path& path, const std::string& type);

/// The text of a PDF's structure tree in reading order, as Poppler's pdfinfo prints it; a newline between two blocks.
std::string pdf_structure_text(const std::filesystem::path& path);

/// The text of an EPUB's chapters, in the order of the spine; blocks end in a newline.
std::string epub_text(const std::filesystem::path& path);

/// A PDF's, EPUB's or text file's text.
std::string text_of(const std::filesystem::path& path);

}  // namespace handbill::test
