// What is being composed: the tables that the flow's marks refer to by number, filled while blocks are set.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/parallel.h"
#include "layout/flow_part.h"
#include "layout/layout.h"
#include "layout/line_faults.h"
#include "layout/opening.h"
#include "layout/setting.h"
#include "layout/structure.h"
#include "text/paragraph.h"

namespace handbill {

struct LinkTarget {
  std::string address;  ///< absolute, or "#destination"
  std::string description;
  StructureId structure = StructureId::artefact;
};

/// What a pass over the document found out about pages; empty before the first.
struct KnownPages {
  std::map<std::string, std::uint32_t> destinations;  ///< page index by destination id
  std::map<std::uint32_t, std::uint32_t> links;       ///< page index by link index
  std::size_t pages = 0;
};

/// How the document is composed this time.
struct Pass {
  const KnownPages& known;                   ///< by an earlier pass
  const Opening& opening;                    ///< opening_of() the input
  std::shared_ptr<const Cohesion> cohesion;  ///< which words stay on one line
  SetMemory* memory;                         ///< what earlier passes have set
  bool trial = false;                        ///< only to see whether it fits: nothing need be placed
  bool again = false;                        ///< most likely there will be another pass
};

std::shared_ptr<const Cohesion> cohesion_of(const Interface& words);

class Composition {
 public:
  Composition(const LayoutInput& input, const Pass& pass);

  const LayoutInput& input() const { return *input_; }
  const Theme& theme() const { return input_->theme; }
  const Language& language() const { return input_->document.language; }
  const Opening& opening() const { return pass_.opening; }
  const std::shared_ptr<const Cohesion>& cohesion() const { return pass_.cohesion; }

  /// The answer to a question about the pages, by what is known of them. A document whose text would be another with
  /// another answer is composed again when it turns out otherwise.
  template <class Question>
  auto ask(const Question& question) {
    const auto answer = question(pass_.known);
    questions_.push_back([question, answer](const KnownPages& pages) { return question(pages) == answer; });
    return answer;
  }
  /// Whether every answer was right, now that the pages are made.
  bool answers_hold(const KnownPages& pages) const;

  /// Whether nothing more than the cuts is wanted of this composition: how many lines too many there are.
  bool ends_with_cuts() const { return pass_.trial && questions_.empty(); }

  /// The pages that destinations have got in this pass, to be told before the first strip is placed: page numbers in
  /// the table of contents take no part in where things stand.
  void announce(std::map<std::string, std::uint32_t> destinations) { destinations_ = std::move(destinations); }
  std::optional<std::uint32_t> page_of(const std::string& destination) const;

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

  /// Shapes or sets a text at once, where it is needed to go on.
  ShapedPassage shape(TaggedText text);
  TextWidths widths(TaggedText text);
  SetText set(const ShapedPassage& shaped, Length measure, const SettingOptions& options = {}) const;
  SetText set(TaggedText text, Length measure, const SettingOptions& options = {});

  /// The QR code of an address; null when none holds it.
  std::shared_ptr<const QrCode> code(const std::string& address) const { return pass_.memory->code(address); }

  /// Puts down work on texts, which other threads may begin at once; it is done after carry_out().
  FlowPartPtr later(FlowPart::Work work);
  /// A text set into strips later, in a column.
  FlowPartPtr strips_later(TaggedText text, const Column& column, const TypeSpec& type,
                           const SettingOptions& options = {});

  /// Makes all parts that were put down and not made yet, on as many threads as the input allows.
  void carry_out();

  /// Says what is wrong with a line that has got its place on page `page`.
  void look_at(const LineMark& line, std::uint32_t page);

  Diagnostics& diagnostics() { return diagnostics_; }
  /// All that there was to say, in reading order.
  Diagnostics take_diagnostics();
  Structure take_structure() { return std::move(structure_); }

 private:
  struct Part {
    FlowPartPtr part;
    std::size_t after = 0;  ///< how many diagnostics there were when it was put down
  };

  /// Where there will be no other pass, it would only cost room.
  SetMemory* memory() const { return pass_.again || !questions_.empty() ? pass_.memory : nullptr; }

  const LayoutInput* input_;
  Pass pass_;
  std::vector<std::function<bool(const KnownPages&)>> questions_;
  std::map<std::string, std::uint32_t> destinations_;
  std::vector<Part> parts_;
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
  WorkAhead ahead_;  ///< last: it works on what stands above
};

/// The id under which a footnote, and its mark in the text, can be reached inside the output.
std::string note_destination(int number);

}  // namespace handbill
