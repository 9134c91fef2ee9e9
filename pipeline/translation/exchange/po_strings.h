// The texts of a PO file: C strings, and the bytes they are written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.h"

namespace handbill {

/// The file as UTF-8 with LF at its lines' ends, converted from the charset that its header names. Diagnostics:
/// `encoding`.
Result<std::optional<std::string>> po_text(std::string bytes, const Place& file);

struct PoString {
  std::string text;
  bool closed = false;     ///< false when the line ends inside the string
  std::size_t length = 0;  ///< in bytes of the line, with both quotation marks
};

/// Reads the string that starts with the quotation mark at the start of `line`.
PoString read_po_string(std::string_view line);

}  // namespace handbill
