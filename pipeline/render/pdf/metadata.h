// What the file says of itself: the Info dictionary, XMP metadata, language and how to be shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "design/imposition.h"
#include "layout/pages.h"
#include "render/pdf/haru.h"
#include "render/pdf/pdf.h"

namespace handbill::pdf {

void write_metadata(Haru& haru, const Pages& pages, Conformance conformance);

/// How the file likes to be shown. `printing`: how its sheets are to be printed, at their own size.
void write_preferences(Haru& haru, const Pages& pages, std::optional<Duplex> printing = {});

/// A point in time as its digits, for the two forms that a PDF has for it.
struct DateTime {
  std::string date;  ///< "2026-05-01"
  std::string time;  ///< "10:30:00", may be empty
  std::string zone;  ///< "Z", "+02:00", may be empty

  std::string pdf() const;  ///< "D:20260501103000+02'00'"
  std::string xmp() const;  ///< "2026-05-01T10:30:00+02:00"
};

/// Reads ISO 8601 as front matter has it: a date, perhaps a time after "T" or a space, perhaps a zone.
std::optional<DateTime> read_date_time(std::string_view text);

}  // namespace handbill::pdf
