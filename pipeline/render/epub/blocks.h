// Blocks to XHTML.
#pragma once

#include <pugixml.hpp>
#include <span>

#include "document/document.h"
#include "render/epub/phrases.h"

namespace handbill::epub {

void write_blocks(pugi::xml_node parent, std::span<const Block> blocks, const PageContext& context);

/// An image with its description, on a line of its own; only the description where the image could not be loaded.
void write_figure(pugi::xml_node parent, const Figure& figure, const PageContext& context);

/// The footnotes that the file has mentioned so far, each with a way back; `rest` adds those nobody mentions.
void write_notes(pugi::xml_node parent, const PageContext& context, bool rest);

}  // namespace handbill::epub
