#include "render/pdf/structure_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbill::pdf {
namespace {

std::uint32_t index_of(StructureId id) {
  return static_cast<std::uint32_t>(id);
}

/// Notes must have an identifier of their own (ISO 14289-1, 7.9). The digits are padded, so that the identifiers'
/// order is the nodes' order.
std::string identifier(std::uint32_t node) {
  return fmt::format("note{:08}", node);
}

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::document:
      return "Document";
    case Role::section:
      return "Sect";
    case Role::heading1:
      return "H1";
    case Role::heading2:
      return "H2";
    case Role::heading3:
      return "H3";
    case Role::heading4:
      return "H4";
    case Role::heading5:
      return "H5";
    case Role::heading6:
      return "H6";
    case Role::paragraph:
      return "P";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::table_row:
      return "TR";
    case Role::header_cell:
      return "TH";
    case Role::data_cell:
      return "TD";
    case Role::figure:
      return "Figure";
    case Role::link:
      return "Link";
    case Role::note:
      return "Note";
    case Role::reference:
      return "Reference";
    case Role::quote:
      return "Quote";
    case Role::block_quote:
      return "BlockQuote";
    case Role::code:
      return "Code";
    case Role::caption:
      return "Caption";
    case Role::contents:
      return "TOC";
    case Role::contents_item:
      return "TOCI";
    case Role::span:
      return "Span";
  }
  internal_error("a structure node has no role");
}

StructureWriter::StructureWriter(const Pages& pages)
    : nodes_(pages.structure),
      languages_(nodes_.size()),
      kids_(nodes_.size()),
      attached_(nodes_.size()),
      boxes_(nodes_.size()),
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
  if (id == StructureId::artefact) return nullptr;
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

std::uint32_t StructureWriter::add_content(StructureId id, std::uint32_t page) {
  const std::uint32_t node = index_of(id);
  const auto mcid = static_cast<std::uint32_t>(page_content_[page].size());
  attach(node);
  kids_[node].push_back({Kid::Kind::content, page, mcid});
  page_content_[page].push_back(node);
  return mcid;
}

void StructureWriter::add_box(StructureId id, const Box& box) {
  auto& all = boxes_[index_of(id)];
  if (!all) {
    all = box;
    return;
  }
  *all = {std::min(all->left, box.left), std::min(all->bottom, box.bottom), std::max(all->right, box.right),
          std::max(all->top, box.top)};
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
std::string StructureWriter::kids(std::uint32_t node, const std::vector<Object>& elements,
                                  const std::vector<Object>& pages) const {
  const auto home = home_page(node);
  std::string out;
  for (const Kid& kid : kids_[node]) {
    if (!out.empty()) out += ' ';
    const std::string page = kid.page == home ? "" : " /Pg " + pages[kid.page].reference();
    switch (kid.kind) {
      case Kid::Kind::content:
        out += page.empty() ? fmt::format("{}", kid.value) : fmt::format("<</Type /MCR{} /MCID {}>>", page, kid.value);
        break;
      case Kid::Kind::annotation:
        out += fmt::format("<</Type /OBJR{} /Obj {}>>", page, annotations_[kid.value].object.reference());
        break;
      case Kid::Kind::node:
        out += elements[kid.value].reference();
        break;
    }
  }
  return kids_[node].size() == 1 ? out : "[" + out + "]";
}

std::string StructureWriter::attributes(std::uint32_t node) const {
  if (nodes_[node].role == Role::header_cell) return "<</O /Table /Scope /Column>>";
  if (nodes_[node].role == Role::figure && boxes_[node]) {
    const Box& box = *boxes_[node];
    return "<</O /Layout /Placement /Block /BBox " + numbers({box.left, box.bottom, box.right, box.top}) + ">>";
  }
  return "";
}

Dictionary StructureWriter::element(std::uint32_t index, const std::vector<Object>& elements,
                                    const std::vector<Object>& pages, const Object& root) const {
  const StructureNode& node = nodes_[index];
  Dictionary out;
  out.add_name("S", name_of(node.role));
  out.add("P", node.parent ? elements[index_of(*node.parent)].reference() : root.reference());
  if (node.role == Role::note) out.add_text("ID", identifier(index));
  if (node.language) out.add_text("Lang", node.language->tag());
  if (!node.alternative.empty()) out.add_text("Alt", node.alternative);
  if (!node.says.empty()) out.add_text("ActualText", node.says);
  if (const std::string said = attributes(index); !said.empty()) out.add("A", said);
  if (const auto home = home_page(index)) out.add("Pg", pages[*home].reference());
  if (!kids_[index].empty()) out.add("K", kids(index, elements, pages));
  return out;
}

Object StructureWriter::parent_tree(Haru& haru, const std::vector<Object>& elements) const {
  std::string out = "[";
  for (std::size_t page = 0; page < page_content_.size(); ++page) {
    out += fmt::format("{} [", page);
    for (const std::uint32_t node : page_content_[page]) out += elements[node].reference() + ' ';
    out += "]\n";
  }
  for (std::size_t i = 0; i < annotations_.size(); ++i)
    out += fmt::format("{} {}\n", page_content_.size() + i, elements[annotations_[i].node].reference());
  return haru.add(Dictionary().add("Nums", out + "]"));
}

std::string StructureWriter::identifiers(const std::vector<Object>& elements) const {
  std::string out;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node)
    if (nodes_[node].role == Role::note) out += text_string(identifier(node)) + ' ' + elements[node].reference() + '\n';
  return out;
}

void StructureWriter::write(Haru& haru, const std::vector<Object>& pages) {
  if (empty()) return;
  attach_the_rest();
  sort_children();
  const Object root = haru.reserve();
  std::vector<Object> elements;
  for (std::size_t i = 0; i < nodes_.size(); ++i) elements.push_back(haru.reserve());
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) haru.fill(elements[i], element(i, elements, pages, root));

  Dictionary tree;
  tree.add_name("Type", "StructTreeRoot").add("K", "[" + elements[0].reference() + "]");
  tree.add("ParentTree", parent_tree(haru, elements).reference());
  tree.add_number("ParentTreeNextKey", double(page_content_.size() + annotations_.size()));
  if (const std::string notes = identifiers(elements); !notes.empty()) tree.add("IDTree", "<</Names [" + notes + "]>>");
  haru.fill(root, tree);
  haru.set_catalogue("StructTreeRoot", root);
  haru.set_catalogue("MarkInfo", haru.add(Dictionary().add_flag("Marked", true)));
}

}  // namespace handbill::pdf
