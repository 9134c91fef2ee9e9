// Pages that others wrote, taken as they are. They are read where they lie and are not part of the project; without
// them, these tests have nothing to say.
#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <stdexcept>

#include "end_to_end/printed.h"
#include "end_to_end/reading.h"
#include "support/catch.h"
#include "support/epubcheck.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

bool is_here(const std::string& page) {
  return fs::exists(fs::path(HANDBILL_ROOT) / page);
}

const std::string campaign_page = "../shared/real/tech-workers.md";
const std::string arabic_declaration = "../shared/real/declaration.ar.md";

/// A page as the program makes it when it is named by its path.
struct Built {
  TemporaryFolder folder;
  Finished finished;
  std::vector<Printed> files;

  explicit Built(const std::string& page)
      : finished(handbill({"build", page, "-o", folder.path().string()})), files(files_in(folder.path())) {}

  const fs::path& edition(const std::string& name) const {
    for (const auto& file : files)
      if (file.edition == name) return file.path;
    throw std::runtime_error("there is no edition " + name + ":\n" + finished.err);
  }
};

std::string source_of(const std::string& page) {
  return bytes_of(fs::path(HANDBILL_ROOT) / page);
}

/// The addresses that a page's links and buttons lead to, on the project's site where they name none.
std::set<std::string> addresses_in(const std::string& source) {
  std::set<std::string> found;
  const std::regex link(R"re(\]\(([^)#]+)\)|href="([^"]+)")re");
  for (std::sregex_iterator match(source.begin(), source.end(), link), end; match != end; ++match) {
    std::string address = (*match)[1].matched ? (*match)[1].str() : "/" + (*match)[2].str();
    if (address.starts_with("/")) address.insert(0, "https://example.org");
    found.insert(address);
  }
  return found;
}

TEST_CASE("nothing of the campaign page is lost in any medium") {
  if (!is_here(campaign_page)) return;
  const Built built(campaign_page);
  const auto wanted = bare_words(markdown_text(source_of(campaign_page)));
  CHECK(wanted.size() > 800);
  for (const char* edition : {"flyer", "handout", "book", "text"}) {
    INFO(edition);
    CHECK(lost(wanted, bare_words(text_of(built.edition(edition)))) == Words{});
  }
}

TEST_CASE("the campaign page's missing picture is one warning, and its HTML another") {
  if (!is_here(campaign_page)) return;
  const Built built(campaign_page);
  CHECK(built.finished.status == 0);
  CHECK(built.finished.err ==
        campaign_page +
            ":8:10: warning: there is no image \"feature-palestine.jpg\" [missing-image]\n"
            "  hint: put it at ../shared/real/feature-palestine.jpg; without it the page closes up\n" +
            campaign_page +
            ":14:1: warning: raw HTML <span> is left out; its text is kept [raw-html]\n"
            "  hint: write Markdown instead, which works on paper too\n");
}

TEST_CASE("the campaign page's links and its button lead where they should, on the site and in the document") {
  if (!is_here(campaign_page)) return;
  const Built built(campaign_page);
  const auto wanted = addresses_in(source_of(campaign_page));
  const auto addresses = pdf_addresses(built.edition("handout"));
  CHECK(wanted.size() > 15);
  CHECK(std::set(addresses.begin(), addresses.end()) == wanted);
  CHECK(pdf_internal_links(built.edition("handout")) >= 2);
  const auto text = bytes_of(built.edition("text"));
  for (const auto& address : wanted) {
    INFO(address);
    CHECK(text.find(address.substr(address.rfind('/', address.size() - 2))) != std::string::npos);
  }
  CHECK(text.find("→ Get involved: https://example.org/join\n") != std::string::npos);
}

TEST_CASE("the campaign page's table keeps its eight rows and both columns") {
  if (!is_here(campaign_page)) return;
  const Built built(campaign_page);
  const auto& handout = built.edition("handout");
  CHECK(pdf_elements(handout, "TR") == 9);
  CHECK(pdf_elements(handout, "TH") == 2);
  CHECK(pdf_elements(handout, "TD") == 16);
}

TEST_CASE("EPUBCheck finds nothing to say about the e-books of pages that others wrote") {
  if (!is_here(campaign_page) || !has_epubcheck()) return;
  for (const char* page : {"tech-workers.md", "declaration.md", "declaration.nl.md", "declaration.ar.md"}) {
    const Built built(std::string("../shared/real/") + page);
    const auto checked = epubcheck(built.edition("book").string());
    INFO(page << "\n" << checked.out << checked.err);
    CHECK(has_no_message(checked));
  }
}

TEST_CASE("every word of the Declaration is in its e-book and its text, in order") {
  if (!is_here(arabic_declaration)) return;
  for (const char* page : {"declaration.md", "declaration.nl.md", "declaration.ar.md"}) {
    const std::string path = std::string("../shared/real/") + page;
    const Built built(path);
    const auto wanted = bare_words(markdown_text(source_of(path)));
    CHECK(wanted.size() > 1000);
    for (const char* edition : {"book", "text"}) {
      INFO(page << " " << edition);
      const auto got = bare_words(text_of(built.edition(edition)));
      CHECK(lost(wanted, got) == Words{});
      CHECK(share_in_order(wanted, got) >= .98);  // a text has the numbers of lists
    }
  }
}

TEST_CASE("the Arabic Declaration is Arabic by its file name, and only that") {
  if (!is_here(arabic_declaration)) return;
  const Built built(arabic_declaration);
  CHECK(built.finished.status == 0);
  CHECK(built.finished.err == "");
  std::set<std::string> names;
  for (const auto& file : built.files) names.insert(file.path.lexically_relative(built.folder.path()).string());
  CHECK(names == std::set<std::string>{"ar/declaration-book.epub", "ar/declaration-flyer.pdf",
                                       "ar/declaration-handout.pdf", "ar/declaration-text.txt"});
}

TEST_CASE("the Arabic Declaration can be copied and searched word by word, in order") {
  if (!is_here(arabic_declaration)) return;
  const Built built(arabic_declaration);
  const auto wanted = words(markdown_text(source_of(arabic_declaration)));
  CHECK(wanted.size() > 1000);
  for (const char* edition : {"flyer", "handout"}) {
    INFO(edition);
    const auto got = words(pdf_text(built.edition(edition)));
    CHECK(lost(wanted, got) == Words{});
    CHECK(share_in_order(wanted, got) >= .995);
  }
}

}  // namespace
}  // namespace handbill::test
