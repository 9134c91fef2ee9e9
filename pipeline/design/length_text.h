// Lengths as people write them in themes and editions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.h"
#include "core/length.h"
#include "core/yaml.h"

namespace handbill {

/// "12.5pt" or "4mm"; nothing for anything else, for less than nothing, and for what no paper holds.
std::optional<Length> parse_length(std::string_view text);

/// For messages: "12.5 mm".
std::string millimetres(Length length);

/// The length under `key`; absent when it is not there or is none, which is reported (`length`).
std::optional<Length> read_length(yaml::MappingReader& reader, std::string_view key, Diagnostics& diagnostics);

}  // namespace handbill
