// Translations that leave the project and come back: PO, XLIFF and whole pages, by the real program.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "end_to_end/printed.h"
#include "end_to_end/reading.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "support/words.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

const fs::path real = fs::path(HANDBILL_ROOT) / "../shared/real";

class Project {
 public:
  Project() {
    write("handbill.yaml", "source: en\nlocales: [en, nl, ar]\neditions:\n  text: {as: text, width: 72}\n");
    write("content/page.md", "# Join\n\nYes, [you](/join).\n\nNo.\n");
  }

  void write(const fs::path& name, std::string_view bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  std::string read(const fs::path& name) const { return fs::exists(folder_ / name) ? bytes_of(folder_ / name) : ""; }
  fs::path operator/(const fs::path& name) const { return folder_ / name; }
  Finished run(const std::vector<std::string>& arguments) const { return handbill(arguments, folder_.path()); }

 private:
  TemporaryFolder folder_;
};

/// A text's words without those that are a number: Markdown's list numbers are no text, and are printed.
Words spoken(const std::string& text) {
  Words all = bare_words(text);
  std::erase_if(
      all, [](const std::string& word) { return word.find_first_not_of("0123456789٠١٢٣٤٥٦٧٨٩") == std::string::npos; });
  return all;
}

const std::string locale_file =
    "# Mine\ndocument: page\nlocale: nl\nunits:\n  - id: join\n    source: Join\n    target: Doe mee  # kort\n";

TEST_CASE("the real Declaration is imported, built and says what its translators wrote") {
  if (!fs::exists(real)) return;
  const Project project;
  fs::remove(project / "content/page.md");
  fs::copy_file(real / "declaration.md", project / "content/declaration.md");
  for (const std::string locale : {"nl", "ar"}) {
    INFO(locale);
    const std::string file = "locales/" + locale + "/declaration.yaml";
    const Finished imported = project.run({"import", (real / ("declaration." + locale + ".po")).string()});
    CHECK(imported.err == "");
    CHECK(imported.out == file + ": 81 of 81 texts taken\n");
    CHECK(imported.status == 0);
    const std::string from_po = project.read(file);
    fs::remove(project / file);
    const fs::path page = real / ("declaration." + locale + ".md");
    CHECK(project.run({"import", page.string()}).status == 0);
    CHECK(project.read(file) == from_po);
    CHECK(project.run({"build", "-l", locale, "-e", "text"}).err == "");
    const Words wanted = spoken(markdown_text(bytes_of(page)));
    CHECK(share_in_order(wanted, spoken(text_of(project / ("out/" + locale + "/declaration-text.txt")))) == 1.0);
  }
}

TEST_CASE("gettext's own checks accept what is exported, and an export is the same after an import") {
  const bool has_msgfmt = has_program("msgfmt");
  for (const std::string document : {"tech-workers", "union-meeting"}) {
    for (const std::string locale : {"nl", "ar"}) {
      INFO(document << " " << locale);
      const Project project;
      project.write("content/" + document + ".md", bytes_of(fs::path(HANDBILL_ROOT) / "content" / (document + ".md")));
      const std::string file = "locales/" + locale + "/" + document + ".yaml";
      project.write(file, bytes_of(fs::path(HANDBILL_ROOT) / file));
      for (const std::string format : {"po", "xliff", "xliff1"}) {
        const std::string name = document + "." + locale + (format == "po" ? ".po" : ".xlf");
        const Finished first = project.run({"export", document, "-l", locale, "--to", format, "-o", name});
        CHECK(first.err == "");
        const std::string exported = project.read(name);
        if (format == "po" && has_msgfmt) {
          const Finished checked = run({"msgfmt", "--check", "-o", "/dev/null", name}, project / ".");
          CHECK(checked.err == "");
          CHECK(checked.status == 0);
        }
        fs::remove(project / file);
        CHECK(project.run({"import", name}).err == "");
        CHECK(project.run({"export", document, "-l", locale, "--to", format}).out == exported);
      }
    }
  }
}

TEST_CASE("an import says what became of every text") {
  const Project project;
  project.write("locales/nl/page.yaml", locale_file);
  project.write(
      "page.nl.po",
      "msgid \"Join\"\nmsgstr \"Sluit je aan\"\n\nmsgid \"Yes, [you](/join).\"\nmsgstr \"Ja, [jij](/elders).\"\n\n"
      "msgid \"No.\"\nmsgstr \"Nee.\"\n\nmsgid \"Other.\"\nmsgstr \"Ander.\"\n");
  const Finished imported = project.run({"import", "page.nl.po"});
  CHECK(imported.out ==
        "locales/nl/page.yaml: 1 of 3 texts taken\n"
        "  1 kept as the locale file has it, which is otherwise\n"
        "  1 refused\n"
        "  1 in the file and not in the document\n");
  CHECK(imported.err.find("page.nl.po:5:13: error: ") != std::string::npos);
  CHECK(imported.err.find("[link-changed]") != std::string::npos);
  CHECK(imported.status == 1);
  const std::string after = project.read("locales/nl/page.yaml");
  CHECK(after.starts_with("# Mine\n"));
  CHECK(after.find("target: Doe mee  # kort\n") != std::string::npos);
  CHECK(after.find("target: \"Nee.\"\n") != std::string::npos);
  CHECK(after.find("elders") == std::string::npos);
}

/// Runs an import that must fail, and gives what it says.
std::string refusal(const std::string& name, std::string_view bytes, const std::vector<std::string>& more = {}) {
  const Project project;
  project.write("locales/nl/page.yaml", locale_file);
  project.write(name, bytes);
  std::vector<std::string> arguments{"import", name};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Finished imported = project.run(arguments);
  CHECK(imported.status == 1);
  CHECK(imported.out == "");
  CHECK(project.read("locales/nl/page.yaml") == locale_file);
  return imported.err;
}

bool is_one_problem(const std::string& said) {
  std::size_t problems = 0;
  for (std::size_t at = said.find("error: "); at != std::string::npos; at = said.find("error: ", at + 1)) ++problems;
  return problems == 1 && std::count(said.begin(), said.end(), '\n') <= 2;
}

TEST_CASE("a file that cannot be taken is one clear line, and the locale file is as it was") {
  const std::string head = "msgid \"\"\nmsgstr \"Language: nl\\nContent-Type: text/plain; charset=";
  const std::vector<std::pair<std::string, std::string>> refused = {
      {"[encoding]", refusal("page.nl.po", std::string("\xFF\xFEm\0s\0g\0", 8))},
      {"[encoding]", refusal("page.nl.po", head + "NOPE\\n\"\nmsgid \"No.\"\nmsgstr \"N\xE9\xE9.\"\n")},
      {"it is not complete [po]", refusal("page.nl.po", "msgid \"Join\"\nmsgstr \"Doe m")},
      {"[other-locale]", refusal("page.po", "msgid \"\"\nmsgstr \"Language: ar\\n\"\n", {"-l", "nl", "-d", "page"})},
      {"[other-locale]", refusal("page.po", "msgid \"No.\"\nmsgstr \"Nee.\"\n")},
      {"[no-document]", refusal("other.nl.po", "msgid \"No.\"\nmsgstr \"Nee.\"\n")},
      {"[unknown-format]", refusal("page.nl.docx", "PK")},
      {"[xliff]",
       refusal("page.nl.xlf", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"/etc/passwd\">]><xliff/>")},
      {"[xliff]", refusal("page.nl.xlf", "<xliff version=\"2.0\" trgLang=\"nl\"><file><unit><segment><source>No")},
      {"[other-page]", refusal("page.nl.md", "- een\n- twee\n- drie\n- vier\n- vijf\n- zes\n")},
      {"[encoding]", refusal("page.nl.md", "# Doe m\xE9\xE9\n")}};
  for (const auto& [code, said] : refused) {
    INFO(said);
    CHECK(said.find(code) != std::string::npos);
    CHECK(is_one_problem(said));
  }
}

TEST_CASE("a huge file is refused before it is read") {
  const Project project;
  project.write("page.nl.po", "msgid \"\"\n");
  fs::resize_file(project / "page.nl.po", std::uintmax_t{8} << 30U);
  const Finished imported = project.run({"import", "page.nl.po"});
  CHECK(imported.err.starts_with("page.nl.po: error: cannot be read: "));
  CHECK(is_one_problem(imported.err));
  CHECK(imported.status == 1);
}

TEST_CASE("a locale file with errors is left as it is") {
  const Project project;
  const std::string broken = "units:\n  - {source: Join, target: [a}\n";
  project.write("locales/nl/page.yaml", broken);
  project.write("page.nl.po", "msgid \"No.\"\nmsgstr \"Nee.\"\n");
  const Finished imported = project.run({"import", "page.nl.po"});
  CHECK(imported.err.starts_with("locales/nl/page.yaml:2:"));
  CHECK(imported.status == 1);
  CHECK(project.read("locales/nl/page.yaml") == broken);
}

TEST_CASE("export and import say what they need") {
  const Project project;
  CHECK(project.run({"export", "page"}).err ==
        "error: export needs one locale [usage]\n  hint: name it with --locale nl\n");
  CHECK(project.run({"export", "page", "-l", "de"}).status == 2);
  CHECK(project.run({"export", "page", "-l", "en"}).err.find("[own-language]") != std::string::npos);
  CHECK(project.run({"export", "page", "-l", "nl", "--to", "xlif"}).err ==
        "error: unknown format \"xlif\" [usage]\n  hint: did you mean xliff?\n");
  CHECK(project.run({"import"}).status == 2);
}

}  // namespace
}  // namespace handbill::test
