#include "translation/interface.h"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "core/files.h"
#include "core/limits.h"
#include "support/catch.h"
#include "translation/messages.h"

namespace handbill {
namespace {

using test::text_of;

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

Result<Interface> parse(std::string_view tag, const std::string& yaml) {
  const auto spoken = language(tag);
  return Interface::parse(yaml, Place::in_file("interface.yaml"), spoken, Interface::fallback(spoken));
}

/// The interface of a file that is in order.
Interface good(std::string_view tag, const std::string& yaml) {
  auto result = parse(tag, yaml);
  CHECK(text_of(result.diagnostics).empty());
  return std::move(result.value);
}

std::string one_message(std::string_view key, const std::string& message) {
  return "messages:\n  " + std::string(key) + ": \"" + message + "\"\n";
}

std::string faults(const std::string& yaml) {
  return text_of(parse("nl", yaml).diagnostics);
}

std::string shipped_file(const std::string& locale) {
  const auto read = DiskFiles().read(HANDBILL_ROOT "/locales/" + locale + "/interface.yaml", limits::source_bytes);
  REQUIRE(read.ok());
  return read.bytes;
}

TEST_CASE("words that stay together come from the file, its parent and the names of months") {
  const auto has = [](const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  const auto dutch = good("nl", "together: {before-words: [bijv.], before-numbers: nr., after-numbers: [km]}\n");
  CHECK(has(dutch.together().before_words, "bijv."));
  CHECK(has(dutch.together().before_numbers, "nr."));
  CHECK(has(dutch.together().after_numbers, "km"));
  CHECK(has(dutch.together().after_numbers, "mei"));
  CHECK(has(dutch.together().before_numbers, "mei"));

  const auto flemish = Interface::parse({}, {}, language("nl-BE"), dutch).value;
  CHECK(has(flemish.together().before_words, "bijv."));
  const auto german = Interface::parse({}, {}, language("de"), dutch).value;
  CHECK(german.together().before_words.empty());
  CHECK(has(german.together().after_numbers, "Dezember"));
  CHECK(has(good("ar", "dates: ar-PS\n").together().after_numbers, "كانون الأول"));

  CHECK(faults("together: {units: [km]}\n").find("[unknown-key]") != std::string::npos);
}

TEST_CASE("a language without an interface file speaks English with its own digits and dates") {
  const auto english = Interface::fallback(language("en"));
  CHECK(english.message("page-of", {{"page", 3}, {"pages", 12}}) == "Page 3 of 12");
  CHECK(english.number(1234567) == "1234567");
  CHECK(english.date("2026-12-12") == "December 12, 2026");

  const auto persian = Interface::fallback(language("fa"));
  CHECK(persian.message("page-of", {{"page", 3}, {"pages", 12}}) == "Page ۳ of ۱۲");
  CHECK(persian.number(1234567) == "۱۲۳۴۵۶۷");
  CHECK(persian.date("2026-12-12") == "۱۲ دسامبر ۲۰۲۶");
  CHECK(persian.language() == language("fa"));
  CHECK(persian.language_of("page-of") == language("en"));
}

TEST_CASE("an interface file changes the messages it has and leaves the others to its parent") {
  const auto dutch = good(
      "nl", "locale: nl\n" + one_message("page-of", "Pagina {page} van {pages}") + "  see-page: zie pagina {page}\n");
  const auto flemish = Interface::parse(one_message("see-page", "zie blz. {page}"), Place::in_file("interface.yaml"),
                                        language("nl-BE"), dutch)
                           .value;
  CHECK(flemish.message("page-of", {{"page", 3}, {"pages", 12}}) == "Pagina 3 van 12");
  CHECK(flemish.message("see-page", {{"page", 3}}) == "zie blz. 3");
  CHECK(flemish.message("links") == "Links");
  CHECK(flemish.language_of("page-of") == language("nl"));
  CHECK(flemish.language_of("see-page") == language("nl-BE"));
  CHECK(flemish.language_of("links") == language("en"));
}

TEST_CASE("a message that is empty or null is one that is missing") {
  const auto words = good("nl", "messages:\n  links: \"\"\n  cover:\n  contents: ~\n");
  CHECK(words.message("links") == "Links");
  CHECK(words.message("cover") == "Cover");
  CHECK(words.language_of("contents") == language("en"));
}

TEST_CASE("an empty interface file changes nothing") {
  CHECK(good("nl", "").message("links") == "Links");
  CHECK(good("nl", "# nothing yet\n").message("links") == "Links");
  CHECK(good("nl", "messages:\n").message("links") == "Links");
}

TEST_CASE("digits are the file's, else the language's own") {
  CHECK(good("ar", "digits: arab").number(2026) == "٢٠٢٦");
  CHECK(good("ar", "digits: latn").number(2026) == "2026");
  CHECK(good("ar", "digits: latn").date("2026-12-12") == "12 ديسمبر 2026");
  CHECK(good("nl", "digits: deva").number(2026) == "२०२६");
  const auto words = good("ar", "digits: arab\n" + one_message("page-of", "صفحة {page} من {pages}"));
  CHECK(words.message("page-of", {{"page", 3}, {"pages", 12}}) == "صفحة ٣ من ١٢");
}

TEST_CASE("dates may be those of another place with the same language") {
  CHECK(good("en", "dates: en-GB").date("2026-12-12") == "12 December 2026");
  CHECK(good("ar", "digits: arab\ndates: ar-PS").date("2026-12-12") == "١٢ كانون الأول ٢٠٢٦");
  CHECK(good("nl", "").date("2026-12-12") == "12 december 2026");
}

TEST_CASE("a date is an ISO 8601 day, whatever its time; anything else stays as it is") {
  const auto words = good("en", "dates: en-GB");
  CHECK(words.date("2026-01-02T23:59:00-11:00") == "2 January 2026");
  CHECK(words.date("2026-01-02 08:00") == "2 January 2026");
  CHECK(words.date("2024-02-29") == "29 February 2024");
  CHECK(words.date("1549-12-25") == "25 December 1549");
  CHECK(words.date("1886-05-04") == "4 May 1886");
  for (const std::string text : {"2025-02-29", "2026-13-01", "2026-1-1", "2026-01-021", "12 December", "", "2026-12-",
                                 "2026-+1-01", "0000-01-01", "soon"})
    CHECK(words.date(text) == text);
}

TEST_CASE("a number that is only quoted is set like a page number, a formatted one as the translator says") {
  CHECK(good("nl", one_message("page", "Pagina {page}")).message("page", {{"page", 1234}}) == "Pagina 1234");
  CHECK(good("nl", one_message("page", "Pagina {page, number}")).message("page", {{"page", 1234}}) == "Pagina 1.234");
}

TEST_CASE("Arabic counts in six forms") {
  const auto words =
      good("ar", "digits: arab\n" + one_message("page-of",
                                                "{page} من {pages, plural, zero {لا صفحات} one {صفحة واحدة} two "
                                                "{صفحتين} few {# صفحات} many {# صفحة} other {# صفحة كاملة}}"));
  const auto count = [&](std::int64_t pages) { return words.message("page-of", {{"page", 1}, {"pages", pages}}); };
  CHECK(count(0) == "١ من لا صفحات");
  CHECK(count(1) == "١ من صفحة واحدة");
  CHECK(count(2) == "١ من صفحتين");
  CHECK(count(3) == "١ من ٣ صفحات");
  CHECK(count(11) == "١ من ١١ صفحة");
  CHECK(count(100) == "١ من ١٠٠ صفحة كاملة");
}

TEST_CASE("an English message counts the English way in any language") {
  const auto english = good("en", one_message("page", "{page, plural, one {# page} other {# pages}}"));
  const auto french = Interface::parse("", Place::in_file("interface.yaml"), language("fr"), english).value;
  CHECK(french.message("page", {{"page", 0}}) == "0 pages");
  CHECK(french.message("page", {{"page", 1}}) == "1 page");
}

TEST_CASE("a text may be selected by, and apostrophes need no care") {
  const auto words =
      good("nl", one_message("image", "{description, select, leeg {Zonder foto's} other {Foto: {description}}}"));
  CHECK(words.message("image", {{"description", "leeg"}}) == "Zonder foto's");
  CHECK(words.message("image", {{"description", "een kat"}}) == "Foto: een kat");
}

TEST_CASE("a message may be folded over lines") {
  CHECK(good("nl", "messages:\n  links: >\n    Alle\n    links\n  cover: |\n    De\n    omslag\n").message("cover") ==
        "De omslag");
}

TEST_CASE("languages are named in the reader's language") {
  CHECK(Interface::fallback(language("nl")).language_name(language("en")) == "Engels");
  CHECK(Interface::fallback(language("ar")).language_name(language("nl")) == "الهولندية");
}

TEST_CASE("threads may format the same messages") {
  const auto words = good("ar", one_message("page-of", "{page, number} {pages, plural, few {# صفحات} other {#}}"));
  std::vector<std::string> made(4);
  std::vector<std::thread> threads;
  for (auto& text : made)
    threads.emplace_back([&] {
      for (int page = 0; page < 200; ++page) text = words.message("page-of", {{"page", page}, {"pages", 5}});
    });
  for (auto& thread : threads) thread.join();
  for (const auto& text : made) CHECK(text == words.message("page-of", {{"page", 199}, {"pages", 5}}));
}

TEST_CASE("what is wrong with an interface file is said at its line") {
  CHECK(faults("locale: de\nmessages:\n  links: Verweise\n") ==
        "interface.yaml:1:9: error: this interface file is for \"de\", not for \"nl\" [other-locale]\n"
        "  hint: write \"locale: nl\", or move the file to the folder of its locale\n");
  CHECK(faults("digits: latin\n") ==
        "interface.yaml:1:9: error: unknown digits \"latin\" [digits]\n"
        "  hint: did you mean \"latn\"?\n");
  CHECK(faults("digits: roman\n") ==
        "interface.yaml:1:9: error: unknown digits \"roman\" [digits]\n"
        "  hint: use a CLDR numbering system, such as \"latn\" (0123) or \"arab\" (٠١٢٣)\n");
  CHECK(faults("dates: de-AT\n") ==
        "interface.yaml:1:8: error: \"de-AT\" is no form of \"nl\", so it cannot give its dates [dates]\n"
        "  hint: name a locale of the same language, or take the line away to have the dates of \"nl\"\n");
  CHECK(faults("messages:\n  pages-of: Pagina\n") ==
        "interface.yaml:2:3: error: there is no message \"pages-of\" [unknown-key]\n"
        "  hint: did you mean \"page-of\"?\n");
  CHECK(faults("messages:\n  links: [Links]\n") ==
        "interface.yaml:2:10: error: the message \"links\" must be text, not a list [wrong-type]\n"
        "  hint: put it in quotes when it starts with a bracket or a brace\n");
  CHECK(faults("messages: Links\n") ==
        "interface.yaml:1:11: error: \"messages\" must be a map, not text [wrong-type]\n"
        "  hint: write every message on a line of its own, as key: \"text\"\n");
  CHECK(faults("message:\n  links: Links\n") ==
        "interface.yaml:1:1: error: unknown key \"message\" in an interface file [unknown-key]\n"
        "  hint: did you mean \"messages\"?\n");
  CHECK(faults("just words\n").find("[wrong-type]") != std::string::npos);
}

TEST_CASE("a message that would not format is refused at its line, in words") {
  CHECK(faults(one_message("page", "Pagina {page")) ==
        "interface.yaml:2:9: error: the message \"page\" has braces { } that do not pair up [message]\n"
        "  hint: write it like the English one: \"Page {page}\"\n");
  CHECK(faults(one_message("page", "{page, plural, one {# pagina}}")) ==
        "interface.yaml:2:9: error: the message \"page\" has a plural or select without an \"other\" form [message]\n"
        "  hint: write it like the English one: \"Page {page}\"\n");
  CHECK(faults(one_message("page", "{page, plural, een {#} other {#}} {page, telling}")) ==
        "interface.yaml:2:9: error: the message \"page\" cannot use {page} like that [message]\n"
        "  hint: it is a number: it can be quoted, formatted or counted by\n");
  CHECK(faults(one_message("page", "Pagina {pagina}")) ==
        "interface.yaml:2:9: error: the message \"page\" has no argument {pagina} [message]\n"
        "  hint: use the English names, untranslated: {page}\n");
  CHECK(faults(one_message("page", "Pagina {0}")) ==
        "interface.yaml:2:9: error: the message \"page\" has no argument {0} [message]\n"
        "  hint: use the English names, untranslated: {page}\n");
  CHECK(faults(one_message("links", "Links {n}")) ==
        "interface.yaml:2:10: error: the message \"links\" has no argument {n} [message]\n"
        "  hint: take the braces and what is in them away: this message has no arguments\n");
  CHECK(faults(one_message("page", "Pagina {page, date}")) ==
        "interface.yaml:2:9: error: the message \"page\" cannot use {page} like that [message]\n"
        "  hint: it is a number: it can be quoted, formatted or counted by\n");
  CHECK(faults(one_message("image", "{description, plural, other {#}}")) ==
        "interface.yaml:2:10: error: the message \"image\" cannot use {description} like that [message]\n"
        "  hint: it is a text: it can be quoted or selected by\n");
  CHECK(faults(one_message("page", "Pagina {page, number, ::no-such-skeleton}")) ==
        "interface.yaml:2:9: error: the message \"page\" has a number format that ICU does not know [message]\n");
  CHECK(faults(one_message("page-of", "Pagina {page}")) ==
        "interface.yaml:2:12: warning: the message \"page-of\" leaves out {pages} [message]\n"
        "  hint: put it where it belongs in the sentence, spelt exactly so\n");
  CHECK(faults(one_message("links", "\\u202EsknIL")) ==
        "interface.yaml:2:10: error: the message \"links\" has the invisible character U+202E, which changes the order "
        "in which the text is read [bidi-control]\n"
        "  hint: delete the invisible character, or type the text anew\n");
}

TEST_CASE("a message that says nothing for some of its arguments is refused") {
  const auto refused = [](const std::string& key, const std::string& text) {
    return faults(one_message(key, text)).find("says nothing for some of its arguments") != std::string::npos;
  };
  CHECK(refused("image", "{description, select, a {x} other {}}"));
  CHECK(refused("image", " {description, select, other { }}"));
  CHECK(refused("page", "{page, plural, one {} other {#}}"));
  CHECK(refused("page", "{page, plural, one {{page, plural, one {} other {x}}} other {#}}"));
  CHECK_FALSE(refused("image", "{description}"));
  CHECK_FALSE(refused("image", "{description, select, other {{description}}}"));
  CHECK_FALSE(refused("image", "{description, select, a {} other {}}{description}"));
  CHECK_FALSE(refused("page", "{page, plural, one {} other {s}}: {page}"));
  CHECK_FALSE(refused("page", "{page, plural, one {#} other {'{'}}"));
  CHECK_FALSE(refused("page", "{page, plural, one {} other {}}.{page, number}"));
}

TEST_CASE("a refused message falls back, a doubtful one is used") {
  const auto refused = parse("nl", one_message("page", "Pagina {pagina}") + "  cover: Omslag\n").value;
  CHECK(refused.message("page", {{"page", 7}}) == "Page 7");
  CHECK(refused.message("cover") == "Omslag");
  const auto doubtful = parse("nl", one_message("page-of", "Pagina {page}")).value;
  CHECK(doubtful.message("page-of", {{"page", 7}, {"pages", 8}}) == "Pagina 7");
}

TEST_CASE("nothing of an interface file for another locale is used") {
  const auto words = parse("nl", "locale: de\ndigits: arab\nmessages:\n  links: Verweise\n").value;
  CHECK(words.message("links") == "Links");
  CHECK(words.number(12) == "12");
}

TEST_CASE("a hostile message costs a diagnostic and nothing more") {
  std::string deep;
  for (int level = 0; level < 20; ++level) deep += "{page,plural,other{";
  CHECK(faults(one_message("page", std::string(5000, 'x'))) ==
        "interface.yaml:2:9: error: the message \"page\" is longer than 4096 bytes [message]\n");
  CHECK(faults(one_message("page", deep)) ==
        "interface.yaml:2:9: error: the message \"page\" has braces nested deeper than 8 [message]\n");
  CHECK(faults("messages: &a\n  links: *a\n").find("[yaml-alias]") != std::string::npos);
  CHECK(faults("messages:\n  links: \"\xFF\"\n").find("[encoding]") != std::string::npos);
}

TEST_CASE("many braces beside each other are no nesting") {
  std::string text;
  for (int time = 0; time < 20; ++time) text += "{page}";
  CHECK(good("nl", one_message("page", text)).message("page", {{"page", 1}}) == std::string(20, '1'));
}

TEST_CASE("every shipped interface file has every message, in order, and is valid") {
  for (const std::string locale : {"en", "nl", "ar"}) {
    INFO(locale);
    const auto words = good(locale, shipped_file(locale));
    for (const auto& key : interface_keys()) {
      INFO(key.key);
      CHECK(words.language_of(key.key) == language(locale));
    }
  }
}

TEST_CASE("the shipped English messages are the built-in ones") {
  const auto words = good("en", shipped_file("en"));
  const auto built_in = Interface::fallback(language("en"));
  for (const auto& key : interface_keys()) {
    MessageArguments arguments;
    for (const auto& argument : key.arguments) {
      if (argument.kind == InterfaceArgument::Kind::number)
        arguments.emplace(argument.name, 3);
      else
        arguments.emplace(argument.name, "x");
    }
    CHECK(words.message(key.key, arguments) == built_in.message(key.key, arguments));
  }
}

TEST_CASE("the shipped Dutch and Arabic print what the design shows") {
  const auto dutch = good("nl", shipped_file("nl"));
  CHECK(dutch.message("scan-to-join") == "Scan om mee te doen");
  CHECK(dutch.message("page-of", {{"page", 1}, {"pages", 4}}) == "Pagina 1 van 4");
  CHECK(dutch.message("untranslated-note", {{"language", dutch.language_name(language("en"))}}) ==
        "Nog niet vertaald; dit deel is in het Engels");
  const auto arabic = good("ar", shipped_file("ar"));
  CHECK(arabic.message("scan-to-join") == "امسح الرمز للانضمام");
  CHECK(arabic.message("page-of", {{"page", 1}, {"pages", 4}}) == "صفحة ١ من ٤");
  CHECK(arabic.message("contents-handout") == "في هذه النشرة");
  CHECK(arabic.date("2026-12-12") == "١٢ كانون الأول ٢٠٢٦");
}

TEST_CASE("every key has a note for translators and an English message with all of its arguments") {
  for (const auto& key : interface_keys()) {
    INFO(key.key);
    CHECK(!key.note.empty());
    CHECK(find_interface_key(key.key) == &key);
    for (const auto& argument : key.arguments)
      CHECK(key.english.find("{" + std::string(argument.name) + "}") != std::string_view::npos);
  }
  CHECK(find_interface_key("no-such-key") == nullptr);
}

}  // namespace
}  // namespace handbill
