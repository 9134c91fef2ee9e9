#include "render/pdf/navigation.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace handbill::pdf {
namespace {

/// The corners of every rectangle, top left, top right, bottom left, bottom right: the order that readers expect.
std::string quad_points(const LinkArea& link, Length height) {
  std::string out = "[";
  for (const Rect& rect : link.rects) {
    const double left = rect.x.pt();
    const double right = rect.right().pt();
    const double top = (height - rect.y).pt();
    const double bottom = (height - rect.bottom()).pt();
    for (const double value : {left, top, right, top, left, bottom, right, bottom}) {
      append_number(out, value);
      out += ' ';
    }
  }
  return out + "]";
}

std::string bounds(const LinkArea& link, Length height) {
  Rect all = link.rects.front();
  for (const Rect& rect : link.rects) {
    const Length right = std::max(all.right(), rect.right());
    const Length bottom = std::max(all.bottom(), rect.bottom());
    all.x = std::min(all.x, rect.x);
    all.y = std::min(all.y, rect.y);
    all.width = right - all.x;
    all.height = bottom - all.y;
  }
  return numbers({all.x.pt(), (height - all.bottom()).pt(), all.right().pt(), (height - all.y).pt()});
}

std::string action(const std::string& address) {
  if (address.front() == '#') return "<</S /GoTo /D " + byte_string(address.substr(1)) + ">>";
  return "<</S /URI /URI " + byte_string(address) + ">>";
}

Dictionary annotation(const LinkArea& link, Length height) {
  constexpr int print = 4;  // PDF/A: an annotation must be printed, though a link shows nothing
  Dictionary out;
  out.add_name("Type", "Annot").add_name("Subtype", "Link");
  out.add("Rect", bounds(link, height));
  if (link.rects.size() > 1) out.add("QuadPoints", quad_points(link, height));
  out.add("Border", "[0 0 0]").add_number("F", print);
  out.add_text("Contents", link.description.empty() ? link.address : link.description);
  out.add("A", action(link.address));
  return out;
}

}  // namespace

void write_links(Haru& haru, const Pages& pages, const std::vector<Object>& page_objects, StructureWriter& structure) {
  std::set<std::string> places;
  for (const Destination& destination : pages.destinations) places.insert('#' + destination.id);
  for (std::uint32_t page = 0; page < pages.pages.size(); ++page) {
    std::vector<Object> annotations;
    for (const LinkArea& link : pages.pages[page].links) {
      if (link.rects.empty() || link.address.empty()) continue;
      if (link.address.front() == '#' && places.count(link.address) == 0) continue;
      Dictionary entries = annotation(link, pages.pages[page].size.height);
      const Object object = haru.reserve();
      if (structure.node(link.structure) != nullptr)
        entries.add_number("StructParent", structure.add_annotation(link.structure, page, object));
      haru.fill(object, entries);
      annotations.push_back(object);
    }
    if (!annotations.empty()) haru.set_annotations(page_objects[page], annotations);
  }
}

void write_destinations(Haru& haru, const Pages& pages, const std::vector<Object>& page_objects) {
  std::map<std::string, std::string> sorted;  // a name tree is in order of its names' bytes
  for (const Destination& destination : pages.destinations) {
    const double y = (pages.pages[destination.page].size.height - destination.y).pt();
    sorted.emplace(destination.id,
                   fmt::format("[{} /XYZ null {} null]", page_objects[destination.page].reference(), number(y)));
  }
  if (sorted.empty()) return;
  std::string names = "[";
  for (const auto& [id, place] : sorted) names += byte_string(id) + ' ' + place + '\n';
  const Object tree = haru.add(Dictionary().add("Names", names + "]"));
  haru.set_catalogue("Names", haru.add(Dictionary().add("Dests", tree.reference())));
}

void write_outline(Haru& haru, const Pages& pages, const std::vector<Object>& page_objects) {
  struct Open {
    int level;
    Object object;
  };
  std::vector<Open> path;  // the entries that the next one may stand under
  for (const OutlineEntry& entry : pages.outline) {
    while (!path.empty() && path.back().level >= entry.level) path.pop_back();
    const double top = (pages.pages[entry.page].size.height - entry.y).pt();
    const Object* parent = path.empty() ? nullptr : &path.back().object;
    path.push_back({entry.level, haru.add_outline_entry(parent, entry.title, {page_objects[entry.page], top})});
  }
}

void write_page_labels(Haru& haru, const Pages& pages) {
  std::string labels = "[";
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    labels += fmt::format("{} <<", page);
    if (!pages.pages[page].label.empty()) labels += "/P " + text_string(pages.pages[page].label);
    labels += ">>\n";
  }
  haru.set_catalogue("PageLabels", haru.add(Dictionary().add("Nums", labels + "]")));
}

}  // namespace handbill::pdf
