#include "render/epub/epub.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "render/epub/archive.h"
#include "render/epub/package.h"
#include "render/epub/package_metadata.h"
#include "render/epub/pages.h"
#include "render/epub/plan.h"
#include "render/epub/stylesheet.h"

namespace handbill::epub {
namespace {

std::string in_package(const std::string& name) {
  return "EPUB/" + name;
}

std::vector<ArchiveEntry> xhtml_files(const PageInput& pages) {
  NoteBook notes(pages.document);
  std::vector<ArchiveEntry> files;
  files.push_back({.name = in_package(navigation_file), .bytes = navigation_page(pages)});
  files.push_back({.name = in_package(cover_file), .bytes = cover_page(pages)});
  for (const ContentFile& file : pages.plan.files)
    files.push_back({.name = in_package(file.name), .bytes = content_page(pages, file, notes)});
  return files;
}

/// Fonts for what the files show.
Typefaces typefaces_for(const std::vector<ArchiveEntry>& texts, const Input& input) {
  if (input.fonts == nullptr) return {};
  std::set<char32_t> characters;
  for (const ArchiveEntry& text : texts) gather_characters(text.bytes, characters);
  return choose_typefaces({.characters = characters,
                           .language = input.document.language,
                           .fonts = *input.fonts,
                           .sizes = input.script_sizes});
}

}  // namespace

std::string write(const Input& input) {
  const CoverKind cover = input.cover_picture.empty() ? CoverKind::text : CoverKind::picture;
  const Plan plan = plan_files(input.document, input.images, cover);
  const PageInput pages{input.document, plan, input.words, cover, input.source};
  std::vector<ArchiveEntry> texts = xhtml_files(pages);
  Typefaces typefaces = typefaces_for(texts, input);
  std::vector<ArchiveEntry> entries;
  entries.push_back({.name = "mimetype", .bytes = "application/epub+zip", .compress = false});
  entries.push_back({.name = "META-INF/container.xml", .bytes = container_document()});
  entries.push_back({.name = package_path, .bytes = package_document(pages, typefaces, input.site)});
  std::move(texts.begin(), texts.end(), std::back_inserter(entries));
  entries.push_back(
      {.name = in_package(stylesheet_file), .bytes = stylesheet(input.words, typefaces, languages_of(input.document))});
  if (cover == CoverKind::picture)
    entries.push_back({.name = in_package(cover_picture_file), .bytes = std::string(input.cover_picture)});
  for (FontFile& font : typefaces.files)
    entries.push_back({.name = in_package(font.name), .bytes = std::move(font.bytes)});
  for (const auto& [address, file] : plan.images)
    entries.push_back({.name = in_package(file.name), .bytes = file.image->bytes, .compress = false});
  return pack(entries);
}

}  // namespace handbill::epub
