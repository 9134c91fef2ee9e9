// What HarfBuzz itself says: its own program about single runs, and whole re-shaping about spliced lines.
#include <algorithm>
#include <tuple>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "support/process.h"
#include "text/line_setter.h"

using namespace handbill;
using namespace handbill::test;

namespace {

struct RunCase {
  const char* text;
  const char* language;
  const char* script;
  const char* direction;
  Setting setting;
};

/// A line's glyphs as hb-shape writes them, in font units.
std::string as_hb_shape(const Line& line) {
  std::string out = "[";
  for (const LineRun& run : line.runs) {
    for (const Glyph& glyph : run.glyphs) {
      const double em = run.face->units_per_em();
      const auto units = [&](float value) { return std::to_string(std::lround(static_cast<double>(value) * em)); };
      if (out.size() > 1) out += "|";
      out += std::to_string(glyph.id) + "=" + std::to_string(glyph.cluster);
      if (units(glyph.dx) != "0" || units(glyph.dy) != "0") out += "@" + units(glyph.dx) + "," + units(glyph.dy);
      out += "+" + units(glyph.advance);
    }
  }
  return out + "]\n";
}

std::string ask_hb_shape(const RunCase& wanted, const std::filesystem::path& font) {
  const auto option = [](const char* name, const std::string& value) { return std::string("--") + name + "=" + value; };
  return run({"hb-shape", "--no-glyph-names", "--cluster-level=1", "--remove-default-ignorables", "--bot", "--eot",
              option("language", wanted.language), option("script", wanted.script),
              option("direction", wanted.direction), option("font-file", font.string()), option("text", wanted.text)})
      .out;
}

using Key = std::tuple<std::uint32_t, GlyphId, float, float, float>;

/// The glyphs of a line in an order that does not depend on how it is cut into runs.
std::vector<Key> keys_of(const Line& line) {
  std::vector<Key> keys;
  for (const LineRun& run : line.runs)
    for (const Glyph& glyph : run.glyphs)
      if (!run.generated) keys.emplace_back(glyph.cluster, glyph.id, glyph.advance, glyph.dx, glyph.dy);
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// What HarfBuzz makes of each run's part between two offsets, shaped as a whole.
std::vector<Key> shaped_whole(const ShapedParagraph& paragraph, std::uint32_t begin, std::uint32_t end) {
  std::vector<ShapedGlyph> glyphs;
  Shaper shaper;
  for (const ShapedRun& run : paragraph.runs)
    if (run.kind == Segment::Kind::text && run.begin < end && run.end > begin)
      shaper.shape(paragraph.request(run, std::max(begin, run.begin), std::min(end, run.end)), glyphs);
  std::vector<Key> keys;
  keys.reserve(glyphs.size());
  for (const ShapedGlyph& glyph : glyphs) keys.emplace_back(glyph.cluster, glyph.id, glyph.advance, glyph.dx, glyph.dy);
  std::sort(keys.begin(), keys.end());
  return keys;
}

void check_splices(const char* utf8, const Setting& setting) {
  const auto text = shaped(styled(utf8, setting));
  const auto& paragraph = dynamic_cast<const ShapedParagraph&>(*text);
  const auto size = static_cast<std::uint32_t>(paragraph.text().size());
  LineOptions options;
  options.measure = 1000_pt;
  LineSetter setter(paragraph, options);
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t begin = below(size, random);
    const std::uint32_t end = begin + 1 + below(size - begin, random);
    const bool mid_character = (begin > 0 && (paragraph.text()[begin] & 0xFC00) == 0xDC00) ||
                               (end < size && (paragraph.text()[end] & 0xFC00) == 0xDC00);
    if (mid_character) continue;
    const LineSpan span{begin, end, end};
    if (keys_of(setter.gather(span)) == shaped_whole(paragraph, begin, end)) continue;
    FAIL_CHECK("differs from " << begin << " to " << end << " in " << utf8);
    return;
  }
  SUCCEED();
}

}  // namespace

TEST_CASE("Single runs are shaped as HarfBuzz's own program shapes them") {
  if (!has_program("hb-shape")) {
    WARN("no hb-shape: nothing checked");
    return;
  }
  const RunCase cases[] = {
      {"The office waffles, AVAILABLE: To Wo.", "en", "latn", "ltr", {"en"}},
      {"Een \u00e9\u00e9n-op-\u00e9\u00e9n gesprek, \u0133sje", "nl", "latn", "ltr", {"nl"}},
      {"الحُرِّيَّةُ والمسـاواة لا تُباع", "ar", "arab", "rtl", {"ar"}},
      {"الحرية لله الإنسان", "ar", "arab", "rtl", {"ar", "sans"}},
      {"שָׁלוֹם עֲלֵיכֶם", "he", "hebr", "rtl", {"he"}},
      {"कार्यकर्ता", "hi", "deva", "ltr", {"hi", "sans"}},
      {"ক্ষমতা", "bn", "beng", "ltr", {"bn", "sans"}},
      {"กำลังไม่มี", "th", "thai", "ltr", {"th", "sans"}},
      {"人人生而自由", "zh", "hani", "ltr", {"zh", "sans"}},
  };
  for (const RunCase& wanted : cases) {
    const auto lines = set(wanted.text, 10000, wanted.setting);
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].runs.size() == 1);
    CHECK(as_hb_shape(lines[0]) == ask_hb_shape(wanted, lines[0].runs[0].face->path()));
  }
}

TEST_CASE("A line spliced at any break has the glyphs of the whole stretch shaped again") {
  check_splices("The office waffles, AVAILABLE To Wo: fiffig ffi affluent Typography", {});
  check_splices("الحُرِّيَّةُ والمسـاواة لا تُباع (2024)، English words 12.5% ثم الإنسان", {"ar"});
  check_splices("الحرية لله الإنسان لأن كل الناس", {"ar", "heading"});
  check_splices("שָׁלוֹם (abc), 12 עֲלֵיכֶם", {"he"});
  check_splices("कार्यकर्ता सब एक हैं क्षत्रिय", {"hi", "sans"});
  check_splices("กำลังไม่มี 123 ไม่", {"th", "sans"});
  check_splices("co\u00ADop\u00ADeration e\u0301\u0323 \U00010380 \u2066x\u2069", {"en", "sans"});
}
