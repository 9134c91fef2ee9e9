// What other readers than Poppler, which the end-to-end tests ask, get out of PDF files.
#include <filesystem>
#include <string>

#include "conformance/validators.h"
#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "support/words.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

struct Share {
  double found = 0;
  double in_order = 0;
};

/// How much of the Declaration's text, in a language, a reader gets out of what the program makes of it.
Share share_of_declaration(const std::string& page, const std::string& edition, const std::string& reader) {
  const fs::path source = fs::path(HANDBILL_ROOT) / "../shared/real" / page;
  const TemporaryFolder folder;
  handbill({"build", source.string(), "-e", edition, "-o", folder.path().string()});
  const auto wanted = words(markdown_text(bytes_of(source)));
  const auto got = words(text_by(reader, files_in(folder.path()).at(0).path));
  return {share_found(wanted, got), share_in_order(wanted, got)};
}

}  // namespace

TEST_CASE("pdf.js and PDFium get the Declaration out word by word, in order") {
  if (!fs::exists(fs::path(HANDBILL_ROOT) / "../shared/real/declaration.md")) return;
  for (const char* page : {"declaration.md", "declaration.nl.md", "declaration.ar.md"})
    for (const char* edition : {"flyer", "handout"})
      for (const char* reader : {"pdfjs", "pdfium"}) {
        const Share share = share_of_declaration(page, edition, reader);
        INFO(page << " " << edition << " " << reader);
        CHECK(share.found >= .998);
        CHECK(share.in_order >= .998);
      }
}

}  // namespace handbill::test
