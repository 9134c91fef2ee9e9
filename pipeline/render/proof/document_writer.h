// One document of the proof: a row of languages for each edition.
#pragma once

#include <string>
#include <vector>

#include "core/markup.h"
#include "render/proof/proof.h"

namespace handbill::proof {

class DocumentWriter {
 public:
  /// `id` is the document's in the page.
  DocumentWriter(Markup& page, const Document& document, std::string id)
      : page_(page), document_(document), id_(std::move(id)) {}

  void write();

 private:
  /// An edition's file in each language, by the document's renditions; null where a language has none.
  struct Row {
    std::string edition;
    std::string id;
    std::vector<const File*> files;
  };
  std::vector<Row> rows() const;

  void write_languages();
  void write_row(const Row& row);
  void write_head(const Row& row);
  void write_pictures(const Row& row, std::size_t first, std::size_t end);
  void write_picture(const Row& row, std::size_t language, std::size_t number);
  void write_viewer_links(const Row& row, const File& file, std::size_t number);
  void write_unpictured(const Row& row);
  Markup::Guard columns();

  Markup& page_;
  const Document& document_;
  std::string id_;
};

/// All that is wrong with a language of a document: its own problems and those of its files.
Diagnostics problems_of(const Rendition& rendition);

}  // namespace handbill::proof
