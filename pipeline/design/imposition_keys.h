// The keys of an edition that tell how it is printed.
#pragma once

#include "core/diagnostic.h"
#include "core/yaml.h"
#include "design/edition.h"

namespace handbill {

/// Reads `impose`, `sheet`, `duplex`, `fill`, `thickness`, `margin`, `marks` and `colour` into the edition, whose paper
/// has been read. Diagnostics: `unknown-value`, `length`, `sheet-too-small`.
void read_printing(yaml::MappingReader& reader, Edition& edition, Diagnostics& diagnostics);

}  // namespace handbill
