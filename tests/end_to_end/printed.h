// The program's real output, made once for all tests of a run.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/words.h"

namespace handbill::test {

/// Runs the program that was built with these tests, in `folder` (the project's, unless given).
Finished handbill(const std::vector<std::string>& arguments, const std::filesystem::path& folder = HANDBILL_ROOT);

/// A file the program has made, with the names its path is put together from: LOCALE/DOCUMENT-EDITION.EXTENSION.
struct Printed {
  std::filesystem::path path;
  std::string locale;
  std::string document;
  std::string edition;
};

/// What `handbill build` makes of the project's content, in order of path.
const std::vector<Printed>& printed_content();

/// Files below `folder` as build -o has put them there; not what builds remember, which is hidden.
std::vector<Printed> files_in(const std::filesystem::path& folder);

/// Those of `all` whose files end in `extension` (".pdf").
std::vector<Printed> only(const std::vector<Printed>& all, const std::string& extension);

std::string bytes_of(const std::filesystem::path& path);

}  // namespace handbill::test
