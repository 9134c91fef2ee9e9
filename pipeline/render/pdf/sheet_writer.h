// Imposed sheets: each page once, as a form, painted wherever it is placed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "imposition/sheets.h"
#include "render/pdf/haru.h"
#include "render/pdf/page_writer.h"

namespace handbill::pdf {

class SheetWriter {
 public:
  SheetWriter(const Sheets& sheets, const std::vector<const Pages*>& documents, DocumentParts& parts)
      : sheets_(sheets), documents_(documents), parts_(parts) {}

  /// Adds the forms and the sheets' sides. Forms are written on `workers` threads, as for_each_index() takes them.
  void write(Haru& haru, std::size_t workers);

 private:
  using PageKey = std::pair<std::uint32_t, std::uint32_t>;  ///< document, page

  void number_forms();
  void write_forms(Haru& haru, std::size_t workers);
  void embed_forms(Haru& haru, std::size_t workers);
  std::string side_content(const SheetSide& side) const;
  void place(Canvas& canvas, const PlacedPage& placed) const;

  const Sheets& sheets_;
  const std::vector<const Pages*>& documents_;
  DocumentParts& parts_;
  std::map<PageKey, std::uint32_t> numbers_;  ///< of forms, from 1 in the order they are first used
  std::vector<PageKey> pages_;                ///< by number
  std::vector<Haru::Packed> contents_;        ///< likewise
  Dictionary forms_;                          ///< what the sheets' content refers to
};

}  // namespace handbill::pdf
