// The images a document refers to.
#pragma once

#include <map>
#include <string>

#include "core/image.h"

namespace handbill {

/// Images by the address the document has for them. An address that is not here could not be loaded, which has been
/// reported: layout and renderers leave it out and close up (its alternative text stays).
using Images = std::map<std::string, ImagePtr>;

}  // namespace handbill
