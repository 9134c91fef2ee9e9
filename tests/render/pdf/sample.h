// Pages made by hand, and what other programs say of the PDF made from them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/pages.h"
#include "render/pdf/pdf.h"
#include "support/temporary_folder.h"

namespace handbill::test {

FacePtr face(const std::string& file);  ///< from fonts/

/// A stretch of a line, in one face and of one bidi level.
struct Stretch {
  FacePtr face;
  std::string_view text;
  int level = 0;
};

struct LineSample {
  Point baseline{40_pt, 60_pt};
  Length size = 12_pt;
  Language language;
  Colour colour;
  StructureId structure = StructureId::artefact;
};

/// Shapes the stretches, which are given in reading order, with HarfBuzz and places them in visual order for a
/// paragraph of direction `base`. Stretches of the opposite direction must not stand side by side.
std::vector<PlacedRun> line(const LineSample& sample, Direction base, const std::vector<Stretch>& stretches);

/// Gives a placed run one of its own that is changed.
template <class Change>
void change(PlacedRun& placed, const Change& change) {
  LineRun run = *placed.run;
  change(run);
  placed.run = std::make_shared<const LineRun>(std::move(run));
}

Language language(std::string_view tag);

/// An empty page of 400 by 200 points with a root structure node, in `tag`'s language.
Pages one_page(std::string_view tag);
void add(Page& page, const std::vector<PlacedRun>& runs);
StructureId add_node(Pages& pages, Role role, StructureId parent = StructureId{0});

/// A PDF on disk, for programs to look at.
class PdfFile {
 public:
  explicit PdfFile(std::string bytes);
  explicit PdfFile(const Pages& pages) : PdfFile(pdf::write(pages)) {}

  const std::string& bytes() const { return bytes_; }
  std::string path() const { return (folder_ / "sample.pdf").string(); }
  /// Standard output of a program; "{}" in `command` is this file. Fails the test unless it ends well.
  std::string ask(std::vector<std::string> command) const;
  std::string text() const;  ///< what pdftotext gets out: its words, without bidi controls, a space between two

 private:
  TemporaryFolder folder_;
  std::string bytes_;
};

/// The file without compression, as text.
std::string readable(const Pages& pages);

/// The first content stream of a readable file, with what TJ shows in hexadecimal digits.
std::string content_of(const std::string& readable_pdf);

bool contains(const std::string& text, const std::string& part);

}  // namespace handbill::test
