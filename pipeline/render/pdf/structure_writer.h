// The structure tree (ISO 32000-1, 14.7 and 14.8): what the marked content of the pages means.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/pages.h"
#include "render/pdf/haru.h"
#include "render/pdf/roles.h"
#include "render/pdf/structure_attributes.h"

namespace handbill::pdf {

/// What one page shows of the structure.
class PageStructure {
 public:
  /// Content of `id` starts: the MCID to mark it with.
  std::uint32_t add_content(StructureId id);

  /// What is drawn for `id` covers this box.
  void add_box(StructureId id, const ElementBox& box) { boxes_.push_back({id, box}); }

 private:
  friend class StructureWriter;
  std::vector<std::uint32_t> content_;  ///< by MCID: the node
  std::vector<std::pair<StructureId, ElementBox>> boxes_;
};

/// Learns from the pages which marked content and which annotations belong to which node; then writes the tree, the
/// tree from content back to nodes, and the nodes' attributes. Threads may ask it about nodes at the same time.
class StructureWriter {
 public:
  explicit StructureWriter(const Pages& pages);

  bool empty() const { return nodes_.empty(); }
  const StructureNode* node(StructureId id) const;  ///< nothing for artefacts
  const Language& language(StructureId id) const;   ///< as it is inherited
  std::string_view type(StructureId id) const;      ///< its standard structure type

  /// What `page` (an index) shows: to be told page after page.
  void add_page(std::uint32_t page, PageStructure shown);

  /// An annotation of `id` stands on `page`: the key to be its StructParent.
  std::uint32_t add_annotation(StructureId id, std::uint32_t page, Object annotation);

  /// Writes everything; `pages` are the page objects. Page n's StructParents is n. Both this and `pages` must be there
  /// until the file is finished.
  void write(Haru& haru, const std::vector<Object>& pages);

 private:
  struct Kid {
    enum class Kind : std::uint8_t { content, annotation, node } kind;
    std::uint32_t page = 0;   ///< content, annotation
    std::uint32_t value = 0;  ///< MCID, index of annotation, index of node
  };
  struct Annotation {
    std::uint32_t node = 0;
    Object object;
  };

  void add_box(StructureId id, const ElementBox& box);
  void attach(std::uint32_t node);
  void attach_the_rest();
  void sort_children();
  std::optional<std::uint32_t> home_page(std::uint32_t node) const;
  std::string kids(std::uint32_t node, const std::vector<Object>& pages) const;
  Dictionary element(std::uint32_t node, const std::vector<Object>& pages, const Object& root) const;
  std::string attributes(std::uint32_t node) const;
  Object parent_tree(Haru& haru) const;
  std::string identifiers() const;

  const Structure& nodes_;
  std::vector<Role> roles_;
  TableHeaders headers_;
  std::vector<const Language*> languages_;
  std::vector<std::vector<Kid>> kids_;
  std::vector<bool> attached_;
  std::map<std::uint32_t, ElementBox> boxes_;
  std::vector<std::vector<std::uint32_t>> page_content_;  ///< per page, per MCID: the node
  std::vector<Annotation> annotations_;
  std::vector<Object> elements_;  ///< by node
  Language document_language_;
};

}  // namespace handbill::pdf
