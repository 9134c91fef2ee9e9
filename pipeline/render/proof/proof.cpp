#include "render/proof/proof.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/markup.h"
#include "render/proof/document_writer.h"
#include "render/proof/problems.h"

namespace handbill::embedded {
std::string_view proof_style();
}

namespace handbill::proof {
namespace {

std::string id_of(std::size_t document) {
  return fmt::format("d{}", document + 1);
}

/// Every language of the project, in the order in which the documents name them.
std::vector<Language> languages_of(const Project& project) {
  std::vector<Language> languages;
  for (const Document& document : project.documents)
    for (const Rendition& rendition : document.renditions)
      if (std::find(languages.begin(), languages.end(), rendition.language) == languages.end())
        languages.push_back(rendition.language);
  return languages;
}

void write_state(Markup& page, const Document& document, const Language& language) {
  const auto rendition = std::find_if(document.renditions.begin(), document.renditions.end(),
                                      [&](const Rendition& one) { return one.language == language; });
  if (rendition == document.renditions.end()) {
    page.element("td", {}, "–");
    return;
  }
  const Diagnostics problems = problems_of(*rendition);
  const std::string count = count_of(problems);
  page.element("td", {{"class", std::string(worst_of(problems))}}, count.empty() ? "nothing to report" : count);
}

/// Where to look first.
void write_overview(Markup& page, const Project& project) {
  const auto table = page.element("table");
  const std::vector<Language> languages = languages_of(project);
  {
    const auto head = page.element("thead");
    const auto row = page.element("tr");
    page.element("th", {{"scope", "col"}}, "Document");
    page.element("th", {{"scope", "col"}}, "Source");
    for (const Language& one : languages) page.element("th", {{"scope", "col"}, {"lang", one.tag()}}, one.own_name());
  }
  const auto body = page.element("tbody");
  for (std::size_t i = 0; i < project.documents.size(); ++i) {
    const Document& document = project.documents[i];
    const auto row = page.element("tr");
    {
      const auto cell = page.element("th", {{"scope", "row"}});
      page.element("a", {{"href", "#" + id_of(i)}}, document.name);
    }
    const std::string count = count_of(document.problems);
    page.element("td", {{"class", std::string(worst_of(document.problems))}},
                 count.empty() ? "nothing to report" : count);
    for (const Language& one : languages) write_state(page, document, one);
  }
}

std::string counted(std::size_t number, std::string_view one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

std::string summary(const Project& project) {
  std::size_t files = 0;
  std::size_t pages = 0;
  for (const Document& document : project.documents)
    for (const Rendition& rendition : document.renditions)
      for (const File& file : rendition.files) {
        files += file.address.empty() ? 0 : 1;
        pages += file.pages;
      }
  return fmt::format("{} in {}: {} with {}.", counted(project.documents.size(), "document"),
                     counted(languages_of(project).size(), "language"), counted(files, "file"), counted(pages, "page"));
}

void write_head(Markup& page) {
  const auto head = page.element("head");
  page.empty("meta", {{"charset", "utf-8"}}).raw("\n");
  page.element("title", {}, "Proof").raw("\n");
  page.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).raw("\n");
  // An empty icon, so that browsers do not ask for one.
  page.empty("link", {{"rel", "icon"}, {"href", "data:,"}}).raw("\n");
  const auto style = page.element("style");
  page.raw(embedded::proof_style());
}

/// Glyphs and images, which show where they are used and nowhere else.
void write_definitions(Markup& page, const Album& album) {
  const auto element = page.element("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                            {"class", "definitions"},
                                            {"width", "0"},
                                            {"height", "0"},
                                            {"aria-hidden", "true"}});
  page.raw(album.definitions());
}

}  // namespace

std::string write(const Project& project, const Album& album) {
  Markup page;
  page.raw("<!DOCTYPE html>\n");
  {
    const auto html = page.element("html", {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"lang", "en"}});
    write_head(page);
    page.raw("\n");
    const auto body = page.element("body");
    {
      const auto header = page.element("header", {{"id", "top"}});
      page.element("h1", {}, "Proof");
      page.element("p", {{"class", "summary"}}, summary(project));
      write_overview(page, project);
      write_problems(page, project.problems);
    }
    page.raw("\n");
    {
      const auto main = page.element("main");
      for (std::size_t i = 0; i < project.documents.size(); ++i) {
        DocumentWriter(page, project.documents[i], id_of(i)).write();
        page.raw("\n");
      }
    }
    write_definitions(page, album);
  }
  page.raw("\n");
  return page.take();
}

}  // namespace handbill::proof
