#include "render/epub/plan.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "document/walk.h"

namespace handbill::epub {
namespace {

/// Characters that fill a phone's screen at a common type size.
constexpr std::size_t screenful = 1000;

const Heading* heading_of(const Block& block) {
  return std::get_if<Heading>(&block.node);
}

/// Calls `visit` on each block and the blocks inside it, in reading order.
void for_each_block_in(std::span<const Block> blocks, const std::function<void(const Block&)>& visit) {
  for (const Block& block : blocks) {
    visit(block);
    if (const auto* quote = std::get_if<Quote>(&block.node)) for_each_block_in(quote->blocks, visit);
    if (const auto* list = std::get_if<List>(&block.node))
      for (const ListItem& item : list->items) for_each_block_in(item.blocks, visit);
  }
}

std::size_t characters(std::string_view utf8) {
  const auto starts_one = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), starts_one));
}

std::size_t size_of(const Inlines& inlines) {
  return characters(plain_text(inlines));
}

std::size_t size_of(const Block& block) {
  if (const auto* heading = heading_of(block)) return size_of(heading->text.inlines);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) return size_of(paragraph->text.inlines);
  if (const auto* code = std::get_if<CodeBlock>(&block.node)) return characters(code->text);
  if (std::holds_alternative<Figure>(block.node)) return screenful / 2;
  std::size_t size = 0;
  if (const auto* table = std::get_if<Table>(&block.node))
    for (const TableRow& row : table->rows)
      for (const Passage& cell : row) size += size_of(cell.inlines);
  return size;
}

std::size_t size_of(const Section& section) {
  std::size_t size = 0;
  for_each_block_in(section.blocks, [&](const Block& block) { size += size_of(block); });
  return size;
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

std::vector<Section> sections_of(std::span<const Block> blocks, const SectionStarts& starts) {
  std::vector<Section> sections;
  for (std::size_t begin = 0; begin < blocks.size();) {
    std::size_t end = begin + 1;
    while (end < blocks.size() && !starts(blocks[end])) ++end;
    sections.push_back({heading_of(blocks[begin]), blocks.subspan(begin, end - begin)});
    begin = end;
  }
  return sections;
}

/// Sections to files: one that fills a screen starts a file, and so does whatever follows a filled file.
void divide(std::vector<Section> sections, std::vector<ContentFile>& files) {
  std::size_t filled = screenful;
  int number = 0;
  for (Section& section : sections) {
    const std::size_t size = size_of(section);
    if (filled >= screenful || size >= screenful) {
      files.push_back({.name = "text-" + std::to_string(++number) + ".xhtml"});
      filled = 0;
    }
    filled += size;
    files.back().sections.push_back(std::move(section));
  }
}

/// Whether there is anything between the cover, which has the title, and the first section.
bool needs_title_page(const FrontMatter& front, std::span<const Block> opening) {
  return !opening.empty() || front.description || front.feature_alt || !front.feature.empty();
}

void add_files(Plan& plan, const Document& document) {
  std::span<const Block> blocks = document.blocks;
  const SectionStarts starts(blocks);
  if (!document.front.title && !blocks.empty() && heading_of(blocks.front()) == starts.title()) {
    plan.title = starts.title();
    if (plan.title != nullptr) blocks = blocks.subspan(1);
  }
  const auto first = std::find_if(blocks.begin(), blocks.end(), starts);
  const auto opening = blocks.first(static_cast<std::size_t>(first - blocks.begin()));
  const auto rest = blocks.subspan(opening.size());
  plan.has_title_page = needs_title_page(document.front, opening) || rest.empty();
  if (plan.has_title_page) plan.files.push_back({.name = "title.xhtml", .opening = opening});
  divide(sections_of(rest, starts), plan.files);
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

Plan plan_files(const Document& document, const Images& images) {
  Plan plan;
  add_files(plan, document);
  add_headings(plan);
  add_images(plan, document, images);
  return plan;
}

}  // namespace handbill::epub
