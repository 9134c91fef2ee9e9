#include "render/epub/plan.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "document/walk.h"
#include "render/epub/sizes.h"

namespace handbill::epub {
namespace {

/// Reading systems open a file as a whole, and old ones not at all when it is large. A section is divided when a part
/// of it has come to so many characters.
constexpr std::size_t longest = 30 * screenful;

const Heading* heading_of(const Block& block) {
  return std::get_if<Heading>(&block.node);
}

/// The only first-level heading, when every other heading comes after it: the page's title.
const Heading* title_heading(std::span<const Block> blocks) {
  const Heading* title = nullptr;
  for (const Block& block : blocks) {
    const Heading* heading = heading_of(block);
    if (heading == nullptr) continue;
    if ((title == nullptr) != (heading->level == 1)) return nullptr;
    if (title == nullptr) title = heading;
  }
  return title;
}

/// Knows which blocks sections start with.
class SectionStarts {
 public:
  explicit SectionStarts(std::span<const Block> blocks) : title_(title_heading(blocks)) {
    for (const Block& block : blocks)
      if (const Heading* heading = heading_of(block); heading != nullptr && heading != title_)
        level_ = std::min(level_, heading->level);
  }

  bool operator()(const Block& block) const {
    const Heading* heading = heading_of(block);
    return heading != nullptr && heading != title_ && heading->level <= level_;
  }

  const Heading* title() const { return title_; }

 private:
  const Heading* title_;
  int level_ = std::numeric_limits<int>::max();
};

/// The level of the highest heading in a section but its own; nothing without one.
std::optional<int> next_level(std::span<const Block> section) {
  std::optional<int> level;
  for (const Block& block : section.subspan(1))
    if (const Heading* heading = heading_of(block)) level = std::min(level.value_or(heading->level), heading->level);
  return level;
}

/// Adds a section, in parts that start at headings of the next level where it is long.
void add_section(std::vector<Section>& sections, std::span<const Block> blocks) {
  const auto level = next_level(blocks);
  std::size_t begin = 0;
  std::size_t size = 0;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const Heading* heading = heading_of(blocks[at]);
    if (at > begin && size >= longest && heading != nullptr && heading->level == level) {
      sections.push_back({heading_of(blocks[begin]), blocks.subspan(begin, at - begin), begin > 0});
      begin = at;
      size = 0;
    }
    size += size_of(blocks.subspan(at, 1));
  }
  sections.push_back({heading_of(blocks[begin]), blocks.subspan(begin), begin > 0});
}

std::vector<Section> sections_of(std::span<const Block> blocks, const SectionStarts& starts) {
  std::vector<Section> sections;
  for (std::size_t begin = 0; begin < blocks.size();) {
    std::size_t end = begin + 1;
    while (end < blocks.size() && !starts(blocks[end])) ++end;
    add_section(sections, blocks.subspan(begin, end - begin));
    begin = end;
  }
  return sections;
}

/// Sections to files: one that fills a screen starts a file, and so does whatever follows a filled file.
void divide_sections(const std::vector<Section>& sections, std::vector<ContentFile>& files) {
  std::size_t filled = screenful;
  int number = 0;
  for (const Section& section : sections) {
    const std::size_t size = size_of(section.blocks);
    if (filled >= screenful || size >= screenful) {
      files.push_back({.name = "text-" + std::to_string(++number) + ".xhtml"});
      filled = 0;
    }
    filled += size;
    files.back().sections.push_back(section);
  }
}

/// Whether there is anything between the cover, which has the title, and the first section.
bool needs_title_page(const FrontMatter& front, std::span<const Block> opening) {
  return !opening.empty() || front.description || front.feature_alt || !front.feature.empty();
}

void add_files(Plan& plan, const Document& document, CoverKind cover) {
  std::span<const Block> blocks = document.blocks;
  const SectionStarts starts(blocks);
  if (!document.front.title && !blocks.empty() && heading_of(blocks.front()) == starts.title()) {
    plan.title = starts.title();
    if (plan.title != nullptr) blocks = blocks.subspan(1);
  }
  const auto first = std::find_if(blocks.begin(), blocks.end(), starts);
  const auto opening = blocks.first(static_cast<std::size_t>(first - blocks.begin()));
  const auto rest = blocks.subspan(opening.size());
  const bool titled = document.front.title || plan.title != nullptr;
  plan.has_title_page =
      (cover == CoverKind::picture && titled) || needs_title_page(document.front, opening) || rest.empty();
  if (plan.has_title_page) plan.files.push_back({.name = "title.xhtml", .opening = opening});
  divide_sections(sections_of(rest, starts), plan.files);
}

/// Only letters, digits, "-", "_" and "." of ASCII: what every reading system takes in an id.
bool is_plain_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  });
}

/// Gives a heading its place. Its own id is kept where it can be; the prefix holds it apart from the ids of notes.
void add_target(Plan& plan, const Heading& heading, const std::string& file) {
  const bool own = is_plain_id(heading.id) && plan.anchors.find(heading.id) == plan.anchors.end();
  const std::string id = own ? "s-" + heading.id : "heading-" + std::to_string(plan.headings.size() + 1);
  plan.headings[&heading] = {file, id};
  if (!heading.id.empty()) plan.anchors.try_emplace(heading.id, Target{file, id});
}

void add_targets(Plan& plan, std::span<const Block> blocks, const std::string& file) {
  for_each_block_in(blocks, [&](const Block& block) {
    if (const Heading* heading = heading_of(block)) add_target(plan, *heading, file);
  });
}

void add_entries(Plan& plan, std::span<const Block> blocks, int top_level) {
  for (const Block& block : blocks)
    if (const Heading* heading = heading_of(block))
      plan.entries.push_back({heading, std::max(1, heading->level - top_level + 1), plan.headings[heading]});
}

void add_headings(Plan& plan) {
  if (plan.title != nullptr) add_target(plan, *plan.title, plan.has_title_page ? plan.files.front().name : cover_file);
  int top_level = 6;
  for (const ContentFile& file : plan.files)
    for (const Section& section : file.sections) top_level = std::min(top_level, section.heading->level);
  for (const ContentFile& file : plan.files) {
    add_targets(plan, file.opening, file.name);
    add_entries(plan, file.opening, top_level);
    for (const Section& section : file.sections) {
      add_targets(plan, section.blocks, file.name);
      add_entries(plan, section.blocks, top_level);
    }
  }
}

/// The images that the document shows, in reading order.
void add_images(Plan& plan, const Document& document, const Images& images) {
  const auto add = [&](const std::string& address) {
    const auto found = images.find(address);
    if (found == images.end() || found->second == nullptr || plan.images.count(address) > 0) return;
    const bool png = found->second->format == Image::Format::png;
    const std::string name = "images/image-" + std::to_string(plan.images.size() + 1) + (png ? ".png" : ".jpg");
    plan.images[address] = {name, png ? "image/png" : "image/jpeg", found->second};
  };
  add(document.front.feature);
  for_each_block(document, [&](const Block& block) {
    if (const auto* figure = std::get_if<Figure>(&block.node)) add(figure->address);
  });
  for_each_passage(document, [&](const Passage& passage) {
    for_each_inline(passage.inlines, [&](const Inline& item) {
      if (const auto* image = std::get_if<InlineImage>(&item.node)) add(image->address);
    });
  });
}

}  // namespace

const Target* Plan::anchor(std::string_view address) const {
  if (!address.starts_with('#')) return nullptr;
  const auto found = anchors.find(address.substr(1));
  return found == anchors.end() ? nullptr : &found->second;
}

const ImageFile* Plan::image(std::string_view address) const {
  const auto found = images.find(address);
  return found == images.end() ? nullptr : &found->second;
}

Plan plan_files(const Document& document, const Images& images, CoverKind cover) {
  Plan plan;
  add_files(plan, document, cover);
  add_headings(plan);
  add_images(plan, document, images);
  return plan;
}

}  // namespace handbill::epub
