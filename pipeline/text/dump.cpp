#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <cmath>

#include "core/unicode.h"
#include "text/paragraph.h"

namespace handbill {
namespace {

/// Rounded to hundredths, and never "-0.00".
double rounded(double value) {
  const double hundredths = std::round(value * 100);
  return hundredths == 0 ? 0 : hundredths / 100;
}

/// What cannot be seen is spelt out: <2066>.
std::string quoted(const StyledText& text, std::uint32_t begin, std::uint32_t end) {
  std::string out = "\"";
  for (std::uint32_t at = begin; at < end;) {
    UChar32 c = 0;
    U16_NEXT(text.text.data(), at, end, c);
    const bool unseen = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || u_iscntrl(c) || c == 0x2028;
    out += unseen ? fmt::format("<{:04X}>", static_cast<unsigned>(c)) : to_utf8(static_cast<char32_t>(c));
  }
  return out + "\"";
}

std::string glyph_name(const Face& face, GlyphId glyph) {
  char name[64];
  hb_font_glyph_to_string(face.hb_font(), glyph, name, sizeof name);
  return name;
}

std::string dump(const Glyph& glyph, const Face& face) {
  std::string out =
      fmt::format(" {}@{}+{:.3f}", glyph_name(face, glyph.id), glyph.cluster, static_cast<double>(glyph.advance));
  const double dx = rounded(static_cast<double>(glyph.dx));
  const double dy = rounded(static_cast<double>(glyph.dy));
  if (dx != 0 || dy != 0) out += fmt::format("({:.2f},{:.2f})", dx, dy);
  return out;
}

std::string dump(const LineRun& run, const StyledText& text) {
  std::string out = fmt::format("  {} {} {:.1f} x {:.2f} w {:.2f}", run.right_to_left() ? "rtl" : "ltr",
                                run.face ? run.face->postscript_name() : "box", run.size.pt(), rounded(run.x.pt()),
                                rounded(run.width.pt()));
  if (run.scale != 1) out += fmt::format(" scale {:.3f}", run.scale);
  if (run.rise != Length()) out += fmt::format(" rise {:.2f}", run.rise.pt());
  if (run.tag != 0) out += fmt::format(" tag {}", run.tag);
  out += run.generated ? " generated" : " " + quoted(text, run.begin, run.end);
  if (run.face) {
    out += " ";
    for (const Glyph& glyph : run.glyphs) out += dump(glyph, *run.face);
  }
  return out + "\n";
}

}  // namespace

std::string dump(const std::vector<Line>& lines, const StyledText& text) {
  std::string out;
  for (const Line& line : lines) {
    out += fmt::format("line w {:.2f} +{:.2f} -{:.2f}", rounded(line.width.pt()), rounded(line.ascent.pt()),
                       rounded(line.descent.pt()));
    if (line.forced_end) out += " end";
    if (line.ratio != 0) out += fmt::format(" ratio {:.2f}", rounded(line.ratio));
    out += " " + quoted(text, line.begin, line.end) + "\n";
    for (const LineRun& run : line.runs) out += dump(run, text);
  }
  return out;
}

}  // namespace handbill
