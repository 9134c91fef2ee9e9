// What all layouts have in common: a document composed once, with what is known of its pages so far.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/composition.h"
#include "layout/filling.h"
#include "layout/opening.h"
#include "layout/pages.h"
#include "layout/pagination.h"
#include "layout/placement.h"

namespace handbill {

/// The pages of one pass and what the pass found out.
struct PassResult {
  std::vector<Page> pages;
  Gathered gathered;
  Filling filling;
};

PassResult compose_handout(Composition& composition);
PassResult compose_flyer(Composition& composition);
PassResult compose_poster(Composition& composition);
PassResult compose_leaflet(Composition& composition);
PassResult compose_tent(Composition& composition);
PassResult compose_tear_off(Composition& composition);

/// The trimmed page of the edition's paper.
Size page_size(const Composition& composition);

/// The feature image in the structure tree, with what it shows in words.
StructureId feature_node(Composition& composition, const Opening& opening);

/// "Page 1 of 4" in the lower margin on the end side, of all pages.
class Folios {
 public:
  Folios(Composition& composition, std::size_t pages);
  void place(const Composition& composition, PagePlacer& placer, std::uint32_t index) const;

 private:
  std::vector<Flow> folios_;
};

/// The document's title in the upper margin on the start side, where it goes on one line. Set once for all pages.
class RunningHead {
 public:
  RunningHead(Composition& composition, const Opening& opening);
  void place(const Composition& composition, PagePlacer& placer, std::uint32_t index) const;

 private:
  std::vector<Flow> sides_;  ///< of a leaf, which differ where it is bound; empty where there is none
};

/// The column between the theme's margins. Every second page of a booklet has its fold on the other side: the start
/// margin is the one at the fold, and what stands in the margins changes sides with it.
Rect text_column(const Composition& composition, std::uint32_t index = 0);

}  // namespace handbill
