// Sheets of paper cut, folded and read in one's head: what a printer and a reader do, and nothing that imposition
// knows.
#pragma once

#include <optional>
#include <vector>

#include "imposition/sheets.h"

namespace handbill::test {

/// A direction on the sheet as it is looked at from the front: x to the right, y down; -1, 0 or 1 each.
struct Way {
  int x = 0;
  int y = 0;
  friend bool operator==(const Way&, const Way&) = default;
};

/// A page as it lies on the paper, looked at from the sheet's front, through the paper if it is on the back.
struct Lying {
  std::uint32_t document = 0;
  std::uint32_t page = 0;
  Rect rect;
  Rect clip;
  Way right;  ///< where the page's lines run to
  Way down;   ///< where its lines follow each other to
};

struct PaperSheet {
  Size size;
  std::vector<Lying> front;
  std::vector<Lying> back;
};

/// Prints the sides on paper: what stands where once the printer has turned each sheet over the edge that it was told.
std::vector<PaperSheet> print(const Sheets& sheets);

/// Both lie on the same piece of paper, as exactly as anybody can see.
bool same_place(const Rect& a, const Rect& b);

/// The back of a leaf is upright when the leaf is turned over like a page: lines run the other way, and down stays
/// down.
bool reads_on(const Lying& front, const Lying& back);

/// Folds every sheet in the middle with its front outside, puts each into the one before it, and reads on from the
/// cover: an entry per page of the booklet, nothing where it is blank.
std::vector<std::optional<Lying>> read_booklet(const std::vector<PaperSheet>& sheets, bool bound_right);

/// Pages of so many points, numbered by their labels.
Pages plain_pages(std::size_t count, Size size, const char* language, Length bleed = {});

}  // namespace handbill::test
