// What the package says about how well the publication can be read without seeing, hearing or touching it.
#pragma once

#include <pugixml.hpp>

#include "render/epub/pages.h"

namespace handbill::epub {

/// Whether every image that is shown has a description.
bool images_described(const PageInput& input);

/// Adds what schema.org's vocabulary and EPUB Accessibility 1.1 have for a publication of text and images. A
/// publication with an image that nobody described claims neither to be readable without it nor to conform.
void add_accessibility(pugi::xml_node metadata, const PageInput& input);

}  // namespace handbill::epub
