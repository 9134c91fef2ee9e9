// The package document and the container file that points to it.
#pragma once

#include <string>

#include "render/epub/pages.h"
#include "render/epub/typefaces.h"

namespace handbill::epub {

inline constexpr const char* package_path = "EPUB/package.opf";

/// Metadata, manifest and spine.
std::string package_document(const PageInput& input, const Typefaces& typefaces, std::string_view site);

/// META-INF/container.xml.
std::string container_document();

}  // namespace handbill::epub
