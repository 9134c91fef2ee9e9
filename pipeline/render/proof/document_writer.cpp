#include "render/proof/document_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/proof/problems.h"

namespace handbill::proof {
namespace {

/// A flyer's sides and a leaflet's are all seen at once; of more pages the first two, and the rest on demand.
constexpr std::size_t pages_at_once = 4;
constexpr std::size_t opening_pages = 2;

std::string direction_of(const Language& language) {
  return language.right_to_left() ? "rtl" : "ltr";
}

std::string fitting_text(const Fitting& fitting) {
  return fmt::format("type at {:.0f} %, last side {:.0f} % full", fitting.size * 100, fitting.fill * 100);
}

std::size_t most_pictures_of(const std::vector<const File*>& files) {
  std::size_t most = 0;
  for (const File* file : files)
    if (file != nullptr) most = std::max(most, file->pictures.size());
  return most;
}

}  // namespace

Diagnostics problems_of(const Rendition& rendition) {
  Diagnostics all = rendition.problems;
  for (const File& file : rendition.files) all.insert(all.end(), file.problems.begin(), file.problems.end());
  return all;
}

std::vector<DocumentWriter::Row> DocumentWriter::rows() const {
  std::vector<Row> rows;
  for (std::size_t language = 0; language < document_.renditions.size(); ++language) {
    for (const File& file : document_.renditions[language].files) {
      auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.edition == file.edition; });
      if (row == rows.end()) {
        const std::string id = fmt::format("{}e{}", id_, rows.size() + 1);
        row = rows.insert(row, {file.edition, id, std::vector<const File*>(document_.renditions.size())});
      }
      row->files[language] = &file;
    }
  }
  return rows;
}

void DocumentWriter::write() {
  const auto section = page_.element("section", {{"class", "document"}, {"id", id_}});
  page_.element("h2", {{"lang", document_.language.tag()}, {"dir", direction_of(document_.language)}},
                document_.title.empty() ? document_.name : document_.title);
  write_problems(page_, document_.problems);
  write_languages();
  for (const Row& row : rows()) write_row(row);
  const auto line = page_.element("p", {{"class", "back"}});
  page_.element("a", {{"href", "#top"}}, "Back to the list");
}

Markup::Guard DocumentWriter::columns() {
  return page_.element("div", {{"class", "columns"}});
}

void DocumentWriter::write_languages() {
  const auto grid = columns();
  for (const Rendition& rendition : document_.renditions) {
    const auto column = page_.element("div", {{"class", "language"}});
    const std::string tag = rendition.language.tag();
    const std::string direction = direction_of(rendition.language);
    page_.element("h3", {{"lang", tag}, {"dir", direction}}, rendition.language.own_name());
    if (!rendition.title.empty()) page_.element("p", {{"lang", tag}, {"dir", direction}}, rendition.title);
    write_problems(page_, rendition.problems);
  }
}

void DocumentWriter::write_row(const Row& row) {
  const auto section = page_.element("section", {{"class", "edition"}, {"id", row.id}});
  page_.element("h3", {}, row.edition);
  write_head(row);
  const std::size_t pictures = most_pictures_of(row.files);
  const std::size_t first = pictures <= pages_at_once ? pictures : opening_pages;
  if (first > 0) write_pictures(row, 0, first);
  if (first < pictures) {
    const auto rest = page_.element("details");
    page_.element("summary", {}, fmt::format("Pages {} to {}", first + 1, pictures));
    write_pictures(row, first, pictures);
  }
  write_unpictured(row);
}

/// The links to the files, with what there is to say about each.
void DocumentWriter::write_head(const Row& row) {
  const auto grid = columns();
  for (std::size_t language = 0; language < row.files.size(); ++language) {
    const auto column = page_.element("div", {{"class", "file"}});
    const File* file = row.files[language];
    if (file == nullptr) {
      page_.element("p", {{"class", "facts"}}, "not in this language");
      continue;
    }
    if (file->address.empty()) {
      page_.element("p", {{"class", "not-made"}}, "not made");
    } else {
      const auto line = page_.element("p", {{"class", "facts"}});
      page_.element("a", {{"href", file->address}}, file->format);
      if (file->pages > 0) page_.text(file->pages == 1 ? ", 1 page" : fmt::format(", {} pages", file->pages));
      page_.text(", " + file->size);
      if (file->fitting) page_.text(", " + fitting_text(*file->fitting));
    }
    write_problems(page_, file->problems);
    const Language& own = document_.renditions[language].language;
    if (!file->excerpt.empty()) page_.element("pre", {{"lang", own.tag()}, {"dir", direction_of(own)}}, file->excerpt);
  }
}

void DocumentWriter::write_pictures(const Row& row, std::size_t first, std::size_t end) {
  const auto grid = columns();
  for (std::size_t language = 0; language < row.files.size(); ++language) {
    const auto column = page_.element("div", {{"class", "pages"}});
    const File* file = row.files[language];
    if (file == nullptr) continue;
    for (std::size_t number = first; number < std::min(end, file->pictures.size()); ++number)
      write_picture(row, language, number);
  }
}

void DocumentWriter::write_picture(const Row& row, std::size_t language, std::size_t number) {
  const File& file = *row.files[language];
  const Picture& picture = file.pictures[number];
  const Language& own = document_.renditions[language].language;
  const auto figure = page_.element("figure", {{"id", picture.id}});
  {
    const auto caption = page_.element("figcaption");
    page_.text(picture.what + " ").element("bdi", {{"lang", own.tag()}}, picture.label).raw(" ");
    page_.element(
        "a",
        {{"href", "#" + picture.id},
         {"class", "enlarge"},
         {"aria-label", fmt::format("enlarge {} {} of {} ({})", picture.what, number + 1, row.edition, own.tag())}},
        "enlarge");
    write_viewer_links(row, file, number);
  }
  page_.raw(picture.svg);
}

/// What there is to click while a picture fills the window.
void DocumentWriter::write_viewer_links(const Row& row, const File& file, std::size_t number) {
  const auto links = page_.element("span", {{"class", "viewer"}});
  if (number > 0) page_.element("a", {{"href", "#" + file.pictures[number - 1].id}}, "previous").raw(" ");
  if (number + 1 < file.pictures.size())
    page_.element("a", {{"href", "#" + file.pictures[number + 1].id}}, "next").raw(" ");
  page_.element("a", {{"href", "#" + row.id}}, "close");
}

void DocumentWriter::write_unpictured(const Row& row) {
  const bool any = std::any_of(row.files.begin(), row.files.end(), [](const File* file) {
    return file != nullptr && !file->address.empty() && file->pictures.size() < file->pages;
  });
  if (any) page_.element("p", {{"class", "facts"}}, "The files have more pages than are shown here.");
}

}  // namespace handbill::proof
