// Languages that the program was not made with: a new locale, a translation that is sent in, and what is printed.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
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

void write(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// The texts of the page below, in its order.
struct Translation {
  std::string locale;
  std::vector<std::string> texts;
  std::string said;  ///< what is said of the new locale in its interface file
};

const std::vector<std::string> english = {"Join the union", "Why now",
                                          "Together we are 73 colleagues. [Come along](/join) on Monday.",
                                          "Talk to each other", "Ask questions"};

const std::string page =
    "---\ntitle: Join the union\n---\n\n## Why now\n\nTogether we are 73 colleagues. [Come along](/join) on Monday.\n\n"
    "- Talk to each other\n- Ask questions\n";

const std::vector<Translation> translations = {
    {"tr",
     {"Sendikaya katılın", "Neden şimdi", "Birlikte 73 kişiyiz. Pazartesi günü [siz de gelin](/join).",
      "Birbirinizle konuşun", "Soru sorun"},
     "script           Latin, from left to right\n"},
    {"pl",
     {"Dołącz do związku", "Dlaczego teraz", "Razem jest nas 73. [Przyjdź](/join) w poniedziałek.",
      "Rozmawiajcie ze sobą", "Zadawajcie pytania"},
     "counting         one (1), few (2, 3, 4, 22, …), many (0, 5, 6, 7, …)\n"},
    {"fa",
     {"به اتحادیه بپیوندید", "چرا اکنون", "ما با هم ۷۳ همکار هستیم. روز دوشنبه [بیایید](/join).", "با هم گفت و گو کنید",
      "پرسش کنید"},
     "digits           ۰۱۲۳۴۵۶۷۸۹, as in ۱۲٬۳۴۵٫۶\n"},
    {"he",
     {"הצטרפו לאיגוד", "למה עכשיו", "ביחד אנחנו 73 עמיתים. [בואו](/join) ביום שני.", "דברו זה עם זה", "שאלו שאלות"},
     "script           Hebrew, from right to left\n"},
    {"hi",
     {"संघ से जुड़ें", "अभी क्यों", "हम मिलकर 73 साथी हैं। सोमवार को [साथ आइए](/join)।", "आपस में बात करें", "सवाल पूछें"},
     "script           Devanagari, from left to right\n"},
    {"zh",
     {"加入工会", "为什么是现在", "我们一共有73位同事。星期一[一起来吧](/join)。", "互相交谈", "提出问题"},
     "quotation marks  “ ”, inside others ‘ ’\n"}};

std::string as_po(const Translation& translation) {
  std::string po = "msgid \"\"\nmsgstr \"Language: " + translation.locale + "\\n\"\n";
  for (std::size_t index = 0; index < english.size(); ++index)
    po += "\nmsgid \"" + english[index] + "\"\nmsgstr \"" + translation.texts[index] + "\"\n";
  return po;
}

/// White space is no letter in Chinese.
std::string unspaced(const std::string& text) {
  std::string out;
  for (const std::string& word : words(text)) out += word;
  return out;
}

/// Whether a text was printed: all of it, but for the number that stands behind a link's words.
bool says(const std::string& printed, const std::string& markdown) {
  const std::string all = unspaced(printed);
  std::istringstream parts(markdown);
  for (std::string part; std::getline(parts, part, '[');) {
    const std::size_t end = part.find("](/join)");
    const std::size_t behind = end == std::string::npos ? 0 : end + std::string_view("](/join)").size();
    for (const std::string& one : {part.substr(0, std::min(end, part.size())), part.substr(behind)})
      if (all.find(unspaced(one)) == std::string::npos) return false;
  }
  return true;
}

TEST_CASE("a language that nobody has thought of is set up, translated and printed in every medium") {
  for (const Translation& translation : translations) {
    INFO(translation.locale);
    const TemporaryFolder folder;
    write(folder / "handbill.yaml", "source: en\nlocales: [en]\nsite: https://example.org\n");
    write(folder / "content/page.md", page);
    const auto run = [&](const std::vector<std::string>& arguments) { return handbill(arguments, folder.path()); };
    const Finished made = run({"new", "locale", translation.locale});
    CHECK(made.err == "");
    CHECK(made.out == "locales/" + translation.locale + "/interface.yaml (made)\nlocales/" + translation.locale +
                          "/page.yaml (made)\nhandbill.yaml (" + translation.locale + " added to its locales)\n");
    CHECK(bytes_of(folder / "handbill.yaml").find("locales: [en, " + translation.locale + "]\n") != std::string::npos);
    const std::string interface = bytes_of(folder / ("locales/" + translation.locale + "/interface.yaml"));
    CHECK(interface.find(translation.said) != std::string::npos);
    write(folder / "page.po", as_po(translation));
    CHECK(run({"import", "page.po"}).out == "locales/" + translation.locale + "/page.yaml: 5 of 5 texts taken\n");
    const Finished built = run({"build", "--strict", "-l", translation.locale});
    CHECK(built.status == 0);
    for (const Printed& file : files_in(folder / "out")) {
      INFO(file.path);
      const std::string printed = text_of(file.path);
      INFO(printed);
      // An e-book's title is on its cover, which is no chapter.
      const std::size_t first = file.path.extension() == ".epub" ? 1 : 0;
      for (std::size_t index = first; index < translation.texts.size(); ++index)
        CHECK(says(printed, translation.texts[index]));
    }
  }
}

TEST_CASE("letters that no font has are named with the language") {
  const TemporaryFolder folder;
  const Finished made = handbill({"new", "locale", "km"}, folder.path());
  CHECK(made.status == 0);
  CHECK(made.err.find("of the letters of Khmer: ក") != std::string::npos);
  CHECK(made.err.find("such as Noto Sans Khmer") != std::string::npos);
  CHECK(made.err.find("handbill.yaml: note: \"km\" is not among the locales") != std::string::npos);
}

TEST_CASE("a pseudo-locale needs no file, and none is made for it") {
  const TemporaryFolder folder;
  write(folder / "content/page.md", page);
  write(folder / "handbill.yaml", "site: https://example.org\n");
  const Finished built = handbill({"build", "-l", "en-XA,ar-XB", "-e", "text"}, folder.path());
  CHECK(built.err == "");
  CHECK(built.status == 0);
  CHECK(text_of(folder / "out/ar-XB/page-text.txt").find("٧٣") != std::string::npos);
  CHECK(text_of(folder / "out/en-XA/page-text.txt").find("https://example.org/join") != std::string::npos);
  CHECK(handbill({"sync", "-l", "ar-XB"}, folder.path()).out == "everything is up to date\n");
  CHECK_FALSE(fs::exists(folder / "locales"));
  CHECK(handbill({"new", "locale", "en-XA"}, folder.path()).status == 2);
}

TEST_CASE("a new document builds as it is, and is not written over") {
  const TemporaryFolder folder;
  CHECK(handbill({"new", "document", "spring-meeting"}, folder.path()).out == "content/spring-meeting.md (made)\n");
  const Finished checked = handbill({"check"}, folder.path());
  CHECK(checked.out == "no problems\n");
  const std::string before = bytes_of(folder / "content/spring-meeting.md");
  const Finished again = handbill({"new", "document", "spring-meeting"}, folder.path());
  CHECK(again.err == "content/spring-meeting.md: error: there is such a document already [exists]\n");
  CHECK(again.status == 1);
  CHECK(bytes_of(folder / "content/spring-meeting.md") == before);
  CHECK(handbill({"new", "document", "Spring Meeting"}, folder.path()).status == 2);
  CHECK(handbill({"new", "document", "../up"}, folder.path()).status == 2);
  CHECK(handbill({"new", "letter", "x"}, folder.path()).err ==
        "error: new needs to know of what [usage]\n  hint: choose from document, locale\n");
  CHECK(handbill({"new", "locale"}, folder.path()).err ==
        "error: new locale needs one name [usage]\n  hint: as handbill new locale tr\n");
  CHECK(handbill({"new", "locale", "xx"}, folder.path()).status == 2);
}

TEST_CASE("a new locale leaves what is there as it is") {
  const TemporaryFolder folder;
  write(folder / "content/page.md", page);
  write(folder / "locales/tr/interface.yaml", "messages:\n  page: Sayfa {page}\n");
  write(folder / "handbill.yaml", "locales:\n  - en  # ours\n  - nl\nsite: https://example.org\n");
  CHECK(handbill({"new", "locale", "tr"}, folder.path()).out ==
        "locales/tr/interface.yaml (there already)\nlocales/tr/page.yaml (made)\n"
        "handbill.yaml (tr added to its locales)\n");
  CHECK(bytes_of(folder / "locales/tr/interface.yaml") == "messages:\n  page: Sayfa {page}\n");
  CHECK(bytes_of(folder / "handbill.yaml") == "locales:\n  - en  # ours\n  - nl\n  - tr\nsite: https://example.org\n");
  CHECK(handbill({"new", "locale", "tr"}, folder.path()).out ==
        "locales/tr/interface.yaml (there already)\nlocales/tr/page.yaml (there already)\n");
}

}  // namespace
}  // namespace handbill::test
