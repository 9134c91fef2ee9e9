// Ways through the document: links, named destinations, the outline, page labels.
#pragma once

#include <vector>

#include "layout/pages.h"
#include "render/pdf/haru.h"
#include "render/pdf/structure_writer.h"

namespace handbill::pdf {

/// Link annotations on the pages that have any. A link to a destination that is not there is left out.
void write_links(Haru& haru, const Pages& pages, const std::vector<Object>& page_objects, StructureWriter& structure);

/// Destinations by name, so that "file.pdf#name" leads there too.
void write_destinations(Haru& haru, const Pages& pages, const std::vector<Object>& page_objects);

void write_outline(Haru& haru, const Pages& pages, const std::vector<Object>& page_objects);

/// A reader shows pages by the numbers that are printed on them.
void write_page_labels(Haru& haru, const Pages& pages);

}  // namespace handbill::pdf
