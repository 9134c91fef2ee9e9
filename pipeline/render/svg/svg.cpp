#include "render/svg/svg.h"

#include <algorithm>
#include <optional>

#include "core/markup.h"
#include "render/svg/marks.h"

namespace handbill::svg {
namespace {

constexpr std::string_view name_space = "http://www.w3.org/2000/svg";

/// What a link leads to from the picture; nothing where it leads nowhere.
std::optional<std::string> address_in_picture(const LinkArea& link, const Pages& pages, const PictureOptions& options) {
  if (!link.address.starts_with('#')) return link.address;
  if (!options.page_address) return std::nullopt;
  const auto there = std::find_if(pages.destinations.begin(), pages.destinations.end(), [&](const Destination& one) {
    return one.id == std::string_view(link.address).substr(1);
  });
  if (there == pages.destinations.end()) return std::nullopt;
  return options.page_address(there->page);
}

/// What is seen is drawn already; a link is a pane of glass before it.
void write_links(Markup& markup, const Pages& pages, const Page& page, const PictureOptions& options) {
  for (const LinkArea& link : page.links) {
    const auto address = address_in_picture(link, pages, options);
    if (!address) continue;
    const auto anchor = markup.element("a", {{"href", *address}});
    markup.element("title", {}, link.description.empty() ? link.address : link.description);
    for (const Rect& rect : link.rects)
      markup.empty("rect", {{"x", points(rect.x)},
                            {"y", points(rect.y)},
                            {"width", points(rect.width)},
                            {"height", points(rect.height)},
                            {"fill-opacity", "0"}});
  }
}

void write_picture(Markup& markup, const Pages& pages, const Page& page, Definitions& definitions,
                   const PictureOptions& options) {
  markup.element("title", {}, options.title.empty() ? pages.title : options.title);
  if (!options.description.empty()) markup.element("desc", {}, options.description);
  markup.empty("rect", {{"width", points(page.size.width)}, {"height", points(page.size.height)}, {"fill", "#fff"}});
  MarkWriter writer(markup, definitions);
  for (const Mark& mark : page.marks) std::visit([&](const auto& one) { writer.write(one); }, mark);
  if (options.links) write_links(markup, pages, page, options);
}

/// The element round `content`.
std::string wrapped(const Pages& pages, const Page& page, const PictureOptions& options, std::string_view content) {
  Markup markup;
  const std::string width = points(page.size.width);
  const std::string height = points(page.size.height);
  {
    // What can be clicked would be lost inside a picture that counts as one thing.
    const auto element = markup.element("svg", {{"xmlns", std::string(name_space)},
                                                {"viewBox", "0 0 " + width + " " + height},
                                                {"width", width + "pt"},
                                                {"height", height + "pt"},
                                                {"lang", pages.language.tag()},
                                                {"role", options.links ? "group" : "img"}});
    markup.raw(content);
  }
  return markup.take();
}

}  // namespace

std::string picture(const Pages& pages, std::uint32_t page, Definitions& definitions, const PictureOptions& options) {
  Markup content;
  write_picture(content, pages, pages.pages.at(page), definitions, options);
  return wrapped(pages, pages.pages.at(page), options, content.str());
}

std::string file(const Pages& pages, std::uint32_t page, const PictureOptions& options) {
  Definitions definitions;
  Markup content;
  write_picture(content, pages, pages.pages.at(page), definitions, options);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
         wrapped(pages, pages.pages.at(page), options, content.str() + definitions.markup()) + "\n";
}

}  // namespace handbill::svg
