// The validators and readers that scripts/validators.sh has fetched.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/process.h"

namespace handbill::test {

/// veraPDF on several files, as a standard: "ua1", "2a", "2b". Empty if all pass; else what it says of those that do
/// not, with the numbers of the rules that they break.
std::string verapdf_faults(const std::vector<std::filesystem::path>& files, const std::string& standard);

/// EPUBCheck on one file: what it says when it has anything to say.
std::string epubcheck_faults(const std::filesystem::path& file);

/// Ace on one file: its report, when there is a violation in it.
std::string ace_faults(const std::filesystem::path& file);

/// The text that "pdfjs" or "pdfium" gets out of a PDF.
std::string text_by(const std::string& reader, const std::filesystem::path& file);

}  // namespace handbill::test
