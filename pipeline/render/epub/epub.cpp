#include "render/epub/epub.h"

#include <vector>

#include "render/epub/archive.h"
#include "render/epub/package.h"
#include "render/epub/pages.h"
#include "render/epub/plan.h"
#include "render/epub/stylesheet.h"

namespace handbill::epub {
namespace {

std::string in_package(const std::string& name) {
  return "EPUB/" + name;
}

}  // namespace

std::string write(const Input& input) {
  const Plan plan = plan_files(input.document, input.images);
  const PageInput pages{input.document, plan, input.words, input.source, !input.cover_picture.empty()};
  NoteBook notes(input.document);
  std::vector<ArchiveEntry> entries;
  entries.push_back({.name = "mimetype", .bytes = "application/epub+zip", .compress = false});
  entries.push_back({.name = "META-INF/container.xml", .bytes = container_document()});
  entries.push_back({.name = package_path, .bytes = package_document(pages, input.site)});
  entries.push_back({.name = in_package(navigation_file), .bytes = navigation_page(pages)});
  entries.push_back({.name = in_package(cover_file), .bytes = cover_page(pages)});
  for (const ContentFile& file : plan.files)
    entries.push_back({.name = in_package(file.name), .bytes = content_page(pages, file, notes)});
  entries.push_back({.name = in_package(stylesheet_file), .bytes = stylesheet(input.words)});
  if (pages.cover_picture)
    entries.push_back({.name = in_package(cover_picture_file), .bytes = std::string(input.cover_picture)});
  for (const auto& [address, file] : plan.images)
    entries.push_back({.name = in_package(file.name), .bytes = file.image->bytes, .compress = false});
  return pack(entries);
}

}  // namespace handbill::epub
