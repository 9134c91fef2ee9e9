// What an edition asks of printing: the sheets that its pages go on, the marks around them, the inks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/geometry.h"

namespace handbill {

enum class Impose : std::uint8_t {
  none,       ///< a page a sheet, as pages are
  n_up,       ///< several pages on each side, to be cut
  booklet,    ///< sheets folded once, put inside each other and stapled through the fold
  languages,  ///< the same page of every language side by side, to be cut
};

/// The edge that a printer turns the sheet over to print its back.
enum class Duplex : std::uint8_t { none, long_edge, short_edge };

enum class Fill : std::uint8_t { same, different };

/// How pages go on sheets.
struct Imposition {
  Impose kind = Impose::none;
  int up = 1;                    ///< Impose::n_up: pages on a side
  std::string sheet = "A4";      ///< a name sheet_size() knows
  std::optional<Duplex> duplex;  ///< without it, the edge that keeps the backs upright
  std::optional<Fill> fill;      ///< without it, same when all pages go on one leaf
  Length thickness;              ///< of the paper, for creep; none is corrected at 0
  Length margin;                 ///< at the sheet's edges, where no page may stand
  Place place;                   ///< of `impose`
  Place thickness_place;
};

/// What is printed outside the trimmed pages for whoever cuts and folds them.
struct PrinterMarks {
  bool crop = false;
  bool fold = false;
  bool bars = false;  ///< patches of each ink, to measure
  bool any() const { return crop || fold || bars; }
};

/// What pages are printed with.
enum class Inks : std::uint8_t {
  colour,  ///< as screens show it
  grey,    ///< black alone
  cmyk,    ///< cyan, magenta, yellow and black, for a press
};

/// Portrait: what paper_size() knows, and the raw sizes that bleed is cut from (ISO 217): RA and SRA.
std::optional<Size> sheet_size(std::string_view name);
std::vector<std::string> sheet_names();

}  // namespace handbill
