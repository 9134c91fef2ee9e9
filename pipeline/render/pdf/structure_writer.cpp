#include "render/pdf/structure_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbill::pdf {
namespace {

std::uint32_t index_of(StructureId id) {
  return static_cast<std::uint32_t>(id);
}

}  // namespace

StructureWriter::StructureWriter(const Pages& pages)
    : nodes_(pages.structure),
      roles_(roles_of(nodes_)),
      headers_(nodes_),
      languages_(nodes_.size()),
      kids_(nodes_.size()),
      attached_(nodes_.size()),
      page_content_(pages.pages.size()),
      document_language_(pages.language) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const StructureNode& node = nodes_[i];
    if (node.parent && index_of(*node.parent) >= i) internal_error("a structure node comes before its parent");
    const Language* inherited = node.parent ? languages_[index_of(*node.parent)] : &document_language_;
    languages_[i] = node.language ? &*node.language : inherited;
  }
}

const StructureNode* StructureWriter::node(StructureId id) const {
  // Sheets show pages without their structure.
  if (id == StructureId::artefact || nodes_.empty()) return nullptr;
  if (index_of(id) >= nodes_.size()) internal_error("a mark belongs to a structure node that is not there");
  return &nodes_[index_of(id)];
}

const Language& StructureWriter::language(StructureId id) const {
  return node(id) == nullptr ? document_language_ : *languages_[index_of(id)];
}

/// Adds a node to its parent's kids, and its parent to its own, where that has not happened yet: the order of kids
/// is the order in which content of theirs was first met.
void StructureWriter::attach(std::uint32_t node) {
  std::vector<std::uint32_t> path;
  for (std::uint32_t at = node; !attached_[at]; at = index_of(*nodes_[at].parent)) {
    attached_[at] = true;
    path.push_back(at);
    if (!nodes_[at].parent) break;
  }
  for (auto at = path.rbegin(); at != path.rend(); ++at)
    if (nodes_[*at].parent) kids_[index_of(*nodes_[*at].parent)].push_back({Kid::Kind::node, 0, *at});
}

std::string_view StructureWriter::type(StructureId id) const {
  return name_of(roles_[index_of(id)]);
}

std::uint32_t PageStructure::add_content(StructureId id) {
  content_.push_back(index_of(id));
  return static_cast<std::uint32_t>(content_.size() - 1);
}

void StructureWriter::add_page(std::uint32_t page, PageStructure shown) {
  for (std::uint32_t mcid = 0; mcid < shown.content_.size(); ++mcid) {
    const std::uint32_t node = shown.content_[mcid];
    attach(node);
    kids_[node].push_back({Kid::Kind::content, page, mcid});
  }
  for (const auto& [id, box] : shown.boxes_) add_box(id, box);
  if (!shown.content_.empty()) page_content_[page] = std::move(shown.content_);
}

void StructureWriter::add_box(StructureId id, const ElementBox& box) {
  const auto [known, is_new] = boxes_.emplace(index_of(id), box);
  if (is_new) return;
  ElementBox& all = known->second;
  all = {std::min(all.left, box.left), std::min(all.bottom, box.bottom), std::max(all.right, box.right),
         std::max(all.top, box.top)};
}

std::uint32_t StructureWriter::add_annotation(StructureId id, std::uint32_t page, Object annotation) {
  const std::uint32_t node = index_of(id);
  const auto index = static_cast<std::uint32_t>(annotations_.size());
  attach(node);
  kids_[node].push_back({Kid::Kind::annotation, page, index});
  annotations_.push_back({node, annotation});
  return static_cast<std::uint32_t>(page_content_.size()) + index;
}

/// Nodes without any content, an empty table cell for instance.
void StructureWriter::attach_the_rest() {
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) attach(node);
}

/// Nodes are numbered in reading order; what the pages show first (a header before the text) need not be.
void StructureWriter::sort_children() {
  for (auto& kids : kids_) {
    std::vector<std::uint32_t> children;
    for (const Kid& kid : kids)
      if (kid.kind == Kid::Kind::node) children.push_back(kid.value);
    std::sort(children.begin(), children.end());
    auto next = children.begin();
    for (Kid& kid : kids)
      if (kid.kind == Kid::Kind::node) kid.value = *next++;
  }
}

/// The page that the node's kids are on unless they say otherwise: the first that shows anything of it.
std::optional<std::uint32_t> StructureWriter::home_page(std::uint32_t node) const {
  for (const Kid& kid : kids_[node])
    if (kid.kind != Kid::Kind::node) return kid.page;
  return std::nullopt;
}

/// Content of the node's home page is a bare MCID.
std::string StructureWriter::kids(std::uint32_t node, const std::vector<Object>& pages) const {
  const auto home = home_page(node);
  std::string out;
  for (const Kid& kid : kids_[node]) {
    if (!out.empty()) out += ' ';
    const std::string page = kid.page == home ? "" : " /Pg " + pages[kid.page].reference();
    switch (kid.kind) {
      case Kid::Kind::content:
        if (page.empty()) {
          append_integer(out, kid.value);
        } else {
          out += fmt::format("<</Type /MCR{} /MCID {}>>", page, kid.value);
        }
        break;
      case Kid::Kind::annotation:
        out += fmt::format("<</Type /OBJR{} /Obj {}>>", page, annotations_[kid.value].object.reference());
        break;
      case Kid::Kind::node:
        elements_[kid.value].append_reference(out);
        break;
    }
  }
  return kids_[node].size() == 1 ? out : "[" + out + "]";
}

std::string StructureWriter::attributes(std::uint32_t node) const {
  const auto& parent = nodes_[node].parent;
  const Direction outer = parent ? languages_[index_of(*parent)]->direction() : Direction::left_to_right;
  const Direction own = languages_[node]->direction();
  const auto box = boxes_.find(node);
  const ElementBox* drawn = box == boxes_.end() ? nullptr : &box->second;
  return pdf::attributes(nodes_, node, headers_, {.box = drawn, .turns = own != outer, .direction = own});
}

Dictionary StructureWriter::element(std::uint32_t index, const std::vector<Object>& pages, const Object& root) const {
  const StructureNode& node = nodes_[index];
  Dictionary out;
  out.add_name("S", name_of(roles_[index]));
  out.add("P", node.parent ? elements_[index_of(*node.parent)].reference() : root.reference());
  if (const std::string id = identifier(nodes_, index); !id.empty()) out.add_text("ID", id);
  if (node.language) out.add_text("Lang", node.language->tag());
  if (!node.alternative.empty()) out.add_text("Alt", node.alternative);
  if (!node.says.empty()) out.add_text("ActualText", node.says);
  if (const std::string said = attributes(index); !said.empty()) out.add("A", said);
  if (const auto home = home_page(index)) out.add("Pg", pages[*home].reference());
  if (!kids_[index].empty()) out.add("K", kids(index, pages));
  return out;
}

Object StructureWriter::parent_tree(Haru& haru) const {
  std::string out = "[";
  for (std::size_t page = 0; page < page_content_.size(); ++page) {
    out += fmt::format("{} [", page);
    for (const std::uint32_t node : page_content_[page]) {
      elements_[node].append_reference(out);
      out += ' ';
    }
    out += "]\n";
  }
  for (std::size_t i = 0; i < annotations_.size(); ++i)
    out += fmt::format("{} {}\n", page_content_.size() + i, elements_[annotations_[i].node].reference());
  return haru.add(Dictionary().add("Nums", out + "]"));
}

std::string StructureWriter::identifiers() const {
  std::string out;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node)
    if (const std::string id = identifier(nodes_, node); !id.empty())
      out += text_string(id) + ' ' + elements_[node].reference() + '\n';
  return out;
}

void StructureWriter::write(Haru& haru, const std::vector<Object>& pages) {
  if (empty()) return;
  attach_the_rest();
  sort_children();
  const Object root = haru.reserve();
  for (std::size_t i = 0; i < nodes_.size(); ++i) elements_.push_back(haru.reserve());
  haru.fill_later(elements_, [this, &pages, root](std::size_t node) {
    return element(static_cast<std::uint32_t>(node), pages, root);
  });

  Dictionary tree;
  tree.add_name("Type", "StructTreeRoot").add("K", "[" + elements_[0].reference() + "]");
  tree.add("ParentTree", parent_tree(haru).reference());
  tree.add_number("ParentTreeNextKey", double(page_content_.size() + annotations_.size()));
  if (const std::string named = identifiers(); !named.empty()) tree.add("IDTree", "<</Names [" + named + "]>>");
  haru.fill(root, tree);
  haru.set_catalogue("StructTreeRoot", root);
  haru.set_catalogue("MarkInfo", haru.add(Dictionary().add_flag("Marked", true)));
}

}  // namespace handbill::pdf
