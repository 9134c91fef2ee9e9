// An edition: a purpose a document is made for.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.h"
#include "core/geometry.h"
#include "core/yaml.h"
#include "design/imposition.h"
#include "translation/policy.h"

namespace handbill {

enum class Medium : std::uint8_t { pdf, epub, text };
enum class LayoutKind : std::uint8_t {
  flyer,     ///< a sheet to hand out: front and back
  handout,   ///< pages of running text
  poster,    ///< a sheet to read from afar
  leaflet,   ///< a sheet folded in three
  tent,      ///< a sheet folded once, to stand on a table
  tear_off,  ///< a sheet whose foot is strips with the address
};

/// Whether a text has invisible characters that keep its directions apart (UAX #9): isolates and marks where it needs
/// them, or none at all, for programs that show them as boxes.
enum class BidiMarks : std::uint8_t { isolates, none };
inline constexpr std::array<std::pair<std::string_view, BidiMarks>, 2> bidi_marks_by_name = {
    {{"isolates", BidiMarks::isolates}, {"none", BidiMarks::none}}};

/// Whether a text's lines are as they are, or may be joined and broken again by a mail program (RFC 3676).
enum class TextFormat : std::uint8_t { fixed, flowed };

/// What one document is made into, once per locale.
struct Edition {
  std::string name;  ///< part of its files' names
  Medium medium = Medium::pdf;
  LayoutKind layout = LayoutKind::handout;  ///< Medium::pdf
  std::string paper = "A4";                 ///< Medium::pdf; a name paper_size() knows
  Length bleed;                             ///< Medium::pdf; how far grounds reach outside the trimmed page
  Imposition imposition;                    ///< Medium::pdf
  PrinterMarks marks;                       ///< Medium::pdf
  Inks inks = Inks::colour;                 ///< Medium::pdf
  int sides = 0;                            ///< Medium::pdf; how many it may take, 0 for any number
  bool fit = false;                         ///< Medium::pdf; type is scaled until the text fills the sides
  Place fit_place;                          ///< where `sides` or `fit` is said
  std::vector<std::string> sections;        ///< heading ids; empty means all
  int width = 72;                           ///< Medium::text: columns
  BidiMarks bidi = BidiMarks::isolates;     ///< Medium::text
  TextFormat format = TextFormat::fixed;    ///< Medium::text
  TranslationPolicy translation;            ///< what becomes of texts that are not translated
  Place place;                              ///< where it is defined
};

/// Portrait, from "A3" to "A7", "DL", "Letter".
std::optional<Size> paper_size(std::string_view name);
std::vector<std::string> paper_names();

/// flyer (PDF, A5), handout (PDF, A4), book (EPUB), text.
std::vector<Edition> default_editions();

/// Reads an `editions:` map over `base`: an edition of a known name is that one with the given keys changed (and
/// `false` takes it away), an unknown name adds one. Diagnostics: wrong-type, unknown-key, `edition-name` (it cannot be
/// part of a file's name, and adds none), `unknown-value` (medium, layout, paper or whatever else has names, with the
/// nearest; a figure out of its range), `length`, `sheet-too-small`, `no-sides` (to be fitted, but to how many?).
Result<std::vector<Edition>> read_editions(const yaml::Node& node, std::vector<Edition> base);

/// "pdf", "epub", "txt".
std::string_view file_extension(Medium medium);

}  // namespace handbill
