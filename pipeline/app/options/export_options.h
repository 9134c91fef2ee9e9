// What the command line says about an export.
#pragma once

#include <cstdint>
#include <filesystem>

#include "project/selection.h"

namespace handbill {

enum class ExchangeFormat : std::uint8_t { po, xliff_1_2, xliff_2_0 };

/// One document and one locale.
struct ExportOptions : Selection {
  ExchangeFormat format = ExchangeFormat::po;
  std::filesystem::path output;  ///< empty: standard output
};

}  // namespace handbill
