// What `status` prints.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/options/format.h"
#include "core/language.h"

namespace handbill {

struct UnitCount {
  std::size_t units = 0;
  std::size_t words = 0;  ///< of the source

  UnitCount& operator+=(const UnitCount& other) {
    units += other.units;
    words += other.words;
    return *this;
  }
};

/// Each unit counts once.
struct DocumentStatus {
  std::string document;
  Language locale;
  UnitCount translated;
  UnitCount stale;
  UnitCount missing;

  UnitCount all() const;
};

/// A share in whole per cent, rounded down, so that 100 means all; all of nothing is 100.
std::size_t percentage(std::size_t part, std::size_t whole);

/// text   a line for each document and language:
///   document  locale  translated          words                stale  missing
///   page      nl      9 of 11 (81%)       80 of 99 (80%)       1      1
/// json   {"documents": [{"document", "locale", "units": {"all", "translated", "stale", "missing"}, "words": {…},
///        "translated-percent": {"units", "words"}}, …]}
std::string write_status(const std::vector<DocumentStatus>& documents, Format format);

}  // namespace handbill
