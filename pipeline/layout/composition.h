// What is being composed: the tables that the flow's marks refer to by number, filled while blocks are set.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/colour.h"
#include "core/diagnostic.h"
#include "layout/layout.h"
#include "layout/line_faults.h"
#include "layout/structure.h"
#include "text/paragraph.h"

namespace handbill {

/// What a run's tag stands for.
struct RunMeaning {
  Colour colour;
  StructureId structure = StructureId::artefact;
  std::optional<std::uint32_t> link;  ///< index into Composition::links
  bool struck = false;
  bool generated = false;  ///< PlacedRun::generated
  ImagePtr image;          ///< of an InlineBox
  friend bool operator==(const RunMeaning&, const RunMeaning&) = default;
};

struct LinkTarget {
  std::string address;  ///< absolute, or "#destination"
  std::string description;
  StructureId structure = StructureId::artefact;
};

/// What an earlier pass over the same document found out about pages; empty in the first pass.
struct KnownPages {
  std::map<std::string, std::uint32_t> destinations;  ///< page index by destination id
  std::map<std::uint32_t, std::uint32_t> links;       ///< page index by link index
  std::size_t pages = 0;
  friend bool operator==(const KnownPages&, const KnownPages&) = default;
};

class Composition {
 public:
  Composition(const LayoutInput& input, const KnownPages& known);

  const LayoutInput& input() const { return *input_; }
  const Theme& theme() const { return input_->theme; }
  const Language& language() const { return input_->document.language; }
  /// Which words stay on one line, by the interface's lists.
  const std::shared_ptr<const Cohesion>& cohesion() const { return cohesion_; }

  /// What is known of the pages. A composition that asks is composed again when it turns out otherwise.
  const KnownPages& known() {
    asked_for_pages_ = true;
    return *known_;
  }
  bool asked_for_pages() const { return asked_for_pages_; }

  RunTag tag(const RunMeaning& meaning);
  const RunMeaning& meaning(RunTag tag) const { return meanings_[tag]; }

  /// Adds a structure node under `parent`.
  StructureId node(Role role, StructureId parent, const Place& origin = {});
  /// A figure, or an artefact where no words say what it shows.
  StructureId figure(std::string alternative, StructureId parent, const Place& origin);

  /// What is added under the root from here on stands in a new section, beside or inside the open ones by its
  /// heading's level; or again in none.
  void open_section(int level);
  void close_sections() { sections_.clear(); }

  StructureNode& operator[](StructureId id) { return structure_[static_cast<std::size_t>(id)]; }
  static constexpr StructureId root{0};

  std::uint32_t add_link(LinkTarget link);
  const std::vector<LinkTarget>& links() const { return links_; }

  /// The number under which an address stands in the list of links; a new one for an address not met before.
  int link_number(const std::string& address);
  /// The number of an address that has one.
  std::optional<int> find_link_number(const std::string& address) const;
  const std::vector<std::string>& listed_addresses() const { return listed_; }

  std::uint32_t new_band() { return bands_++; }

  /// Shapes and gathers what there is to say about it.
  ShapedTextPtr shape(StyledText text);

  /// Says what is wrong with a line that has got its place on page `page`.
  void look_at(const LineMark& line, std::uint32_t page);

  Diagnostics& diagnostics() { return diagnostics_; }
  Structure take_structure() { return std::move(structure_); }

 private:
  const LayoutInput* input_;
  const KnownPages* known_;
  std::shared_ptr<const Cohesion> cohesion_;
  bool asked_for_pages_ = false;
  std::vector<RunMeaning> meanings_;
  std::vector<LinkTarget> links_;
  std::vector<std::string> listed_;
  std::map<std::string, int> numbers_;
  struct Section {
    int level;
    StructureId id;
  };

  Structure structure_ = {StructureNode{}};
  std::vector<Section> sections_;  ///< that are open, from the outside in
  Diagnostics diagnostics_;
  LineFaults line_faults_;
  std::uint32_t bands_ = 0;
};

/// The id under which a footnote, and its mark in the text, can be reached inside the output.
std::string note_destination(int number);

}  // namespace handbill
