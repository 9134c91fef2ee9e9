// Documents of any length, made up of the words of the project's own pages: the same for everybody.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace handbill::bench {

/// Prose with headings and lists, about 300 words a part.
/// `tag` is "en", "nl" or "ar".
std::string markdown(int parts, std::string_view tag);

/// The same words for other programs.
std::string typst(int parts, std::string_view tag);
std::string html(int parts, std::string_view tag);

/// A project of one page with a translation for each unit, with four editions.
void write_flyer(const std::filesystem::path& folder);

/// A project with so many documents of a page or two, whole in three languages, as handouts.
void write_archive(const std::filesystem::path& folder, int documents);

void write(const std::filesystem::path& path, std::string_view bytes);

}  // namespace handbill::bench
