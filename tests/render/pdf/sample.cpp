#include "render/pdf/sample.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/files.h"
#include "core/unicode.h"
#include "support/catch.h"
#include "support/process.h"
#include "support/words.h"

namespace handbill::test {
namespace {

LineRun shape(const FacePtr& face, const std::u16string& text, std::uint32_t begin, std::uint32_t end, int level) {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(text.data()), static_cast<int>(text.size()), begin,
                      static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer, level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(face->hb_font(), buffer, nullptr, 0);
  unsigned count = 0;
  const auto* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const auto* positions = hb_buffer_get_glyph_positions(buffer, &count);
  LineRun run;
  run.face = face;
  run.level = static_cast<std::uint8_t>(level);
  run.begin = begin;
  run.end = end;
  const auto em = static_cast<float>(face->units_per_em());
  for (unsigned i = 0; i < count; ++i)
    run.glyphs.push_back(
        {static_cast<GlyphId>(infos[i].codepoint), infos[i].cluster, static_cast<float>(positions[i].x_advance) / em,
         static_cast<float>(positions[i].x_offset) / em, static_cast<float>(positions[i].y_offset) / em});
  hb_buffer_destroy(buffer);
  return run;
}

Length width_of(const LineRun& run, Length size) {
  double em = 0;
  for (const Glyph& glyph : run.glyphs) em += double(glyph.advance);
  return size * em;
}

}  // namespace

FacePtr face(const std::string& file) {
  std::string reason;
  FacePtr opened = Face::open(std::string(HANDBILL_ROOT) + "/fonts/" + file, reason);
  INFO(file << ": " << reason);
  REQUIRE(opened != nullptr);
  return opened;
}

std::vector<PlacedRun> line(const LineSample& sample, Direction base, const std::vector<Stretch>& stretches) {
  std::u16string all;
  for (const Stretch& stretch : stretches) all += to_utf16(stretch.text);
  const auto text = std::make_shared<const std::u16string>(all);
  std::vector<PlacedRun> runs;
  std::uint32_t begin = 0;
  for (const Stretch& stretch : stretches) {
    const auto end = begin + static_cast<std::uint32_t>(to_utf16(stretch.text).size());
    PlacedRun placed;
    LineRun run = shape(stretch.face, *text, begin, end, stretch.level);
    run.size = sample.size;
    run.width = width_of(run, sample.size);
    run.language = sample.language;
    placed.run = std::make_shared<const LineRun>(std::move(run));
    placed.colour = sample.colour;
    placed.structure = sample.structure;
    placed.text = text;
    runs.push_back(std::move(placed));
    begin = end;
  }
  if (base == Direction::right_to_left) std::reverse(runs.begin(), runs.end());
  Point pen = sample.baseline;
  for (PlacedRun& placed : runs) {
    placed.baseline = pen;
    pen.x += placed.run->width;
  }
  return runs;
}

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

Pages one_page(std::string_view tag) {
  Pages pages;
  pages.title = "Sample";
  pages.language = language(tag);
  pages.structure.emplace_back();
  pages.pages.emplace_back();
  pages.pages.back().size = {400_pt, 200_pt};
  pages.pages.back().label = "1";
  return pages;
}

void add(Page& page, const std::vector<PlacedRun>& runs) {
  page.marks.insert(page.marks.end(), runs.begin(), runs.end());
}

StructureId add_node(Pages& pages, Role role, StructureId parent) {
  StructureNode node;
  node.role = role;
  node.parent = parent;
  pages.structure.push_back(node);
  return StructureId{static_cast<std::uint32_t>(pages.structure.size() - 1)};
}

PdfFile::PdfFile(std::string bytes) : bytes_(std::move(bytes)) {
  write_atomically(path(), bytes_);
}

std::string PdfFile::ask(std::vector<std::string> command) const {
  std::replace(command.begin(), command.end(), std::string("{}"), path());
  const Finished finished = run(command);
  INFO(command.front() << ": " << finished.err << finished.out);
  CHECK(finished.status == 0);
  CHECK(finished.err == "");
  return finished.out;
}

std::string PdfFile::text() const {
  std::string out;
  for (const std::string& word : words(ask({"pdftotext", "-enc", "UTF-8", "{}", "-"})))
    out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string readable(const Pages& pages) {
  pdf::Options options;
  options.compress = false;
  return pdf::write(pages, options);
}

namespace {

/// The strings of TJ arrays in hexadecimal digits; no CID has a byte that is escaped. Other strings stay as they are.
std::string with_digits(const std::string& content) {
  std::string out;
  for (std::size_t at = 0; at < content.size();) {
    if (content[at] != '(') {
      out += content[at++];
      continue;
    }
    const bool shown = at > 0 && (content[at - 1] == '[' || (content[at - 1] >= '0' && content[at - 1] <= '9'));
    const std::size_t end = content.find(')', at);
    out += shown ? '<' : '(';
    for (++at; at < end; ++at) {
      if (shown)
        out += fmt::format("{:02X}", static_cast<unsigned char>(content[at]));
      else
        out += content[at];
    }
    out += shown ? '>' : ')';
    ++at;
  }
  return out;
}

}  // namespace

std::string content_of(const std::string& readable_pdf) {
  const std::string start = "stream\n";
  const auto begin = readable_pdf.find(start) + start.size();
  return with_digits(readable_pdf.substr(begin, readable_pdf.find("\nendstream", begin) - begin));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace handbill::test
