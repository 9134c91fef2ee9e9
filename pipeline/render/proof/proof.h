// The proof: one HTML page to look everything over before it is printed.
//
// Pictures of the pages in every language side by side, what is wrong beside them, and links to the files. The page
// asks for nothing from outside, runs no script, and can be printed and used from the keyboard.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "layout/pages.h"
#include "render/proof/album.h"

namespace handbill::proof {

/// A document in one language and edition.
struct File {
  std::string edition;
  std::string format;   ///< for people: "PDF, A5"
  std::string address;  ///< as a link from the proof page; empty when the file was not made
  std::string size;     ///< for people: "38.1 kB"
  std::size_t pages = 0;
  std::optional<Fitting> fitting;
  std::vector<Picture> pictures;  ///< of its first pages
  std::string excerpt;            ///< the first lines of a text
  Diagnostics problems;
};

struct Rendition {
  Language language;
  std::string title;  ///< in that language
  std::vector<File> files;
  Diagnostics problems;  ///< of the language as a whole: what is not translated
};

struct Document {
  std::string name;
  std::string title;  ///< as it was written
  Language language;
  std::vector<Rendition> renditions;
  Diagnostics problems;  ///< of the source
};

struct Project {
  std::vector<Document> documents;
  Diagnostics problems;  ///< of fonts, themes and the project file
};

/// HTML that is well-formed XML too. `album` has drawn the pictures.
std::string write(const Project& project, const Album& album);

}  // namespace handbill::proof
