#include "bench/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "core/files.h"
#include "core/limits.h"
#include "core/yaml.h"

namespace handbill::bench {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

/// A word as prose has it: letters of any script, apostrophes and hyphens, without what stands around it.
std::string bare_word(std::string_view written) {
  constexpr std::string_view around = ".,:;?!()\"";
  const std::size_t begin = written.find_first_not_of(around);
  if (begin == written.npos) return "";
  written = written.substr(begin, written.find_last_not_of(around) + 1 - begin);
  const bool is_plain = std::ranges::all_of(written, [](unsigned char c) {
    const int small = c | 0x20;
    return c >= 0x80 || (small >= 'a' && small <= 'z') || c == '-' || c == '\'';
  });
  return is_plain ? std::string(written) : "";
}

/// The words of every text under `key` in a locale file, each as often as it is there.
void gather_words(const fs::path& file, std::string_view key, Words& words) {
  const std::string bytes = DiskFiles().read(file, limits::source_bytes).bytes;
  const auto root = yaml::parse(bytes, Place::in_file(file.string())).value;
  if (!root) return;
  for (const yaml::Entry& part : root->entries)
    for (const yaml::Node& unit : part.value.items)
      for (const yaml::Entry& entry : unit.entries) {
        if (entry.key != key) continue;
        std::istringstream text(entry.value.scalar);
        for (std::string written; text >> written;)
          if (std::string word = bare_word(written); !word.empty()) words.push_back(std::move(word));
      }
}

/// What the project's own pages say, so that words come as often as they do in prose. English is the source of any
/// locale file.
Words read_words(std::string_view tag) {
  const bool english = tag == "en";
  Words words;
  for (const std::string document : {"tech-workers", "union-meeting"})
    gather_words(fs::path(HANDBILL_ROOT) / "locales" / (english ? "nl" : tag) / (document + ".yaml"),
                 english ? "source" : "target", words);
  if (words.empty()) throw std::runtime_error("no words in the locale files of " + std::string(tag));
  return words;
}

const Words& words_of(std::string_view tag) {
  static const Words english = read_words("en");
  static const Words dutch = read_words("nl");
  static const Words arabic = read_words("ar");
  if (tag == "ar") return arabic;
  return tag == "nl" ? dutch : english;
}

/// Text without end, the same for the same language.
class Writer {
 public:
  explicit Writer(std::string_view tag) : words_(words_of(tag)) {}

  std::string sentence(int length) {
    std::string text;
    for (int i = 0; i < length; ++i) text += std::string(i == 0 ? "" : " ") + std::string(word());
    return text + ".";
  }

  std::string paragraph() {
    std::string text;
    for (int i = 0; i < 5; ++i) text += (i == 0 ? "" : " ") + sentence(8 + static_cast<int>(random_() % 9));
    return text;
  }

  std::string_view word() { return words_[random_() % words_.size()]; }

 private:
  const Words& words_;
  std::mt19937 random_{7};
};

/// How a format writes what a document is made of.
struct Format {
  std::string (*heading)(const std::string& text);
  std::string (*paragraph)(const std::string& text);
  std::string (*item)(const std::string& text);
  std::string_view before_items;
  std::string_view after_items;
};

std::string write_parts(int parts, std::string_view tag, const Format& format) {
  Writer writer(tag);
  std::string text;
  for (int part = 0; part < parts; ++part) {
    text += format.heading(std::string(writer.word()) + " " + std::string(writer.word()));
    for (int i = 0; i < 4; ++i) text += format.paragraph(writer.paragraph());
    text += format.before_items;
    for (int i = 0; i < 4; ++i) text += format.item(writer.sentence(6));
    text += format.after_items;
  }
  return text;
}

constexpr std::string_view page_styles =
    "<style>@page{size:A5;margin:15mm}body{font:10pt/1.35 'Noto Serif';text-align:justify;hyphens:auto}</style>";

std::string catalogue(const std::string& name, const std::string& locale, const std::vector<std::string>& sources) {
  Writer writer(locale);
  std::string text = fmt::format("document: {}\nlocale: {}\nunits:\n", name, locale);
  for (const std::string& source : sources)
    text += fmt::format("  - source: \"{}\"\n    target: \"{}\"\n", source,
                        writer.sentence(static_cast<int>(source.size() / 7 + 1)));
  return text;
}

}  // namespace

std::string markdown(int parts, std::string_view tag) {
  return "---\ntitle: Handbill\n---\n\n" +
         write_parts(parts, tag,
                     {.heading = [](const std::string& text) { return "## " + text + "\n\n"; },
                      .paragraph = [](const std::string& text) { return text + "\n\n"; },
                      .item = [](const std::string& text) { return "- " + text + "\n"; },
                      .before_items = "",
                      .after_items = "\n"});
}

std::string typst(int parts, std::string_view tag) {
  return fmt::format(
             "#set page(paper: \"a5\", margin: 15mm)\n#set text(font: \"Noto Serif\", size: 10pt, lang: \"{}\")\n"
             "#set par(justify: true)\n",
             tag) +
         write_parts(parts, tag,
                     {.heading = [](const std::string& text) { return "== " + text + "\n\n"; },
                      .paragraph = [](const std::string& text) { return text + "\n\n"; },
                      .item = [](const std::string& text) { return "- " + text + "\n"; },
                      .before_items = "",
                      .after_items = "\n"});
}

std::string html(int parts, std::string_view tag) {
  return fmt::format("<!DOCTYPE html><html lang=\"{}\"><meta charset=\"utf-8\"><title>Handbill</title>{}", tag,
                     page_styles) +
         write_parts(parts, tag,
                     {.heading = [](const std::string& text) { return "<h2>" + text + "</h2>\n"; },
                      .paragraph = [](const std::string& text) { return "<p>" + text + "</p>\n"; },
                      .item = [](const std::string& text) { return "<li>" + text + "</li>\n"; },
                      .before_items = "<ul>\n",
                      .after_items = "</ul>\n"});
}

void write_flyer(const fs::path& folder) {
  write(folder / "handbill.yaml",
        "site: https://example.org\nsource: en\nlocales: [en, nl, ar]\n"
        "editions:\n  flyer: {as: pdf, layout: flyer, paper: A5}\n  handout: {as: pdf, layout: handout, paper: A4}\n"
        "  book: {as: epub}\n  text: {as: text}\n");
  Writer writer("en");
  std::vector<std::string> sources{"Join us", "What you can do", "I will come"};
  for (int i = 0; i < 8; ++i) sources.push_back(writer.sentence(18));
  std::string page = "---\ntitle: Join us\n---\n\n";
  for (int i = 3; i < 7; ++i) page += sources[static_cast<std::size_t>(i)] + "\n\n";
  page += "## What you can do\n\n";
  for (int i = 7; i < 11; ++i) page += "1. " + sources[static_cast<std::size_t>(i)] + "\n";
  write(folder / "content/flyer.md", page + "\n{{< button href=\"/join\" >}}I will come{{< /button >}}\n");
  for (const std::string locale : {"nl", "ar"})
    write(folder / "locales" / locale / "flyer.yaml", catalogue("flyer", locale, sources));
}

void write_archive(const fs::path& folder, int documents) {
  write(folder / "handbill.yaml",
        "source: en\nlocales: [en, nl, ar]\n"
        "editions: {flyer: false, book: false, text: false, handout: {as: pdf, layout: handout, paper: A4}}\n");
  for (int i = 0; i < documents; ++i) {
    for (const std::string tag : {"en", "nl", "ar"}) {
      const std::string suffix = tag == "en" ? "" : "." + tag;
      write(folder / "content" / fmt::format("page-{:04}{}.md", i, suffix), markdown(1 + i % 3, tag));
    }
  }
}

void write(const fs::path& path, std::string_view bytes) {
  write_atomically(path, bytes);
}

}  // namespace handbill::bench
