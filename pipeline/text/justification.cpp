#include "text/justification.h"

#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "text/give.h"
#include "text/pieces.h"

namespace handbill {
namespace {

/// How far past its limit a space may be pressed when nothing else helps: to a third of its width.
constexpr double tightest_ratio = -2;

/// By the run's first letter; a run without letters stands between others that are scaled.
bool is_scalable(const LineRun& run, std::u16string_view text) {
  if (!run.face || run.generated) return false;
  for (std::size_t at = run.begin; at < run.end;) {
    UChar32 c = 0;
    U16_NEXT(text.data(), at, run.end, c);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return can_be_scaled(script, *run.face);
  }
  return false;
}

class Justifier {
 public:
  Justifier(Line& line, const JustifyRequest& request)
      : line_(line), request_(request), last_(last_visible_cluster()), missing_(request.room - line.width) {}

  void justify() {
    const Give give = measure_give();
    const Length limit = missing_ > Length() ? give.stretch : give.shrink;
    if (limit > Length()) {
      const double wanted = missing_ / limit;
      if (std::abs(wanted) > 1) scale_letters((std::abs(wanted) - 1) * limit);
      line_.ratio = std::max(missing_ / limit, tightest_ratio);
      move_spaces();
    }
    set_width();
  }

 private:
  std::uint32_t last_visible_cluster() const {
    std::uint32_t last = 0;
    for (const LineRun& run : line_.runs)
      for (const Glyph& glyph : run.glyphs)
        if (glyph.cluster < request_.visible_end) last = std::max(last, glyph.cluster);
    return last;
  }

  GlyphGive give_of_glyph(const LineRun& run, const Glyph& glyph) const {
    if (run.generated || glyph.cluster >= last_ || !may_give(request_.text[glyph.cluster])) return {};
    return give_of(request_.text, glyph.cluster, static_cast<double>(glyph.advance));
  }

  Give measure_give() const {
    Give sum;
    for (const LineRun& run : line_.runs) {
      for (const Glyph& glyph : run.glyphs) {
        const GlyphGive give = give_of_glyph(run, glyph);
        if (give.stretch != 0) sum += {run.size * give.stretch, run.size * give.shrink, {}};
      }
    }
    return sum;
  }

  /// Scales what can be scaled to take `wanted` off what is missing, or as much of it as is permitted.
  void scale_letters(Length wanted) {
    Length scalable;
    for (const LineRun& run : line_.runs)
      if (is_scalable(run, request_.text)) scalable += visible_width(run);
    if (!(scalable > Length())) return;
    const double change = std::min(most_scaling, wanted / scalable) * (missing_ < Length() ? -1 : 1);
    for (LineRun& run : line_.runs)
      if (is_scalable(run, request_.text)) run.scale = 1 + change;
    missing_ -= scalable * change;
  }

  Length visible_width(const LineRun& run) const {
    double em = 0;
    for (const Glyph& glyph : run.glyphs)
      if (run.generated || glyph.cluster < request_.visible_end) em += static_cast<double>(glyph.advance);
    return run.size * em;
  }

  void move_spaces() {
    const bool stretched = line_.ratio > 0;
    for (LineRun& run : line_.runs) {
      for (Glyph& glyph : run.glyphs) {
        const GlyphGive give = give_of_glyph(run, glyph);
        glyph.advance += static_cast<float>((stretched ? give.stretch : give.shrink) * line_.ratio / run.scale);
      }
    }
  }

  void set_width() {
    Length hanging;
    line_.width = {};
    for (LineRun& run : line_.runs) {
      double em = 0;
      for (const Glyph& glyph : run.glyphs) {
        em += static_cast<double>(glyph.advance);
        if (!run.generated && glyph.cluster >= request_.visible_end)
          hanging += run.size * (static_cast<double>(glyph.advance) * run.scale);
      }
      if (run.face) run.width = run.size * (em * run.scale);
      line_.width += run.width;
    }
    line_.width -= hanging;
  }

  Line& line_;
  const JustifyRequest& request_;
  std::uint32_t last_;
  Length missing_;
};

}  // namespace

void justify(Line& line, const JustifyRequest& request) {
  Justifier(line, request).justify();
}

}  // namespace handbill
