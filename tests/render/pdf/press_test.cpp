// Colours as inks.
#include "render/pdf/press.h"

#include <numeric>

#include "core/files.h"
#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// The profile that scripts/fonts.sh fetches; nothing where there was no network.
std::optional<pdf::PressProfile> coated() {
  const auto read = DiskFiles().read(HANDBILL_ROOT "/fonts/FOGRA39L_coated.icc", 1 << 22);
  if (!read.ok()) return std::nullopt;
  return pdf::PressProfile{.bytes = read.bytes, .condition = "FOGRA39", .name = "Coated"};
}

Pages coloured() {
  Pages pages = one_page("en");
  add(pages.pages[0],
      line({.colour = {0x1c, 0x1c, 0x1e}}, Direction::left_to_right, {{face("NotoSans-Regular.ttf"), "Dark text"}}));
  pages.pages[0].marks.emplace_back(PlacedBox{{40_pt, 100_pt, 320_pt, 9_pt}, {0xd7, 0x26, 0x3d}});
  return pages;
}

}  // namespace

TEST_CASE("In grey, there are only grey operators") {
  const std::string file =
      pdf::write(coloured(), {.compress = false, .marks = {.crop = true, .bars = true}, .inks = Inks::grey});
  CHECK(contains(file, " g\n"));
  CHECK_FALSE(contains(file, " rg\n"));
  CHECK_FALSE(contains(file, " RG\n"));
  CHECK_FALSE(contains(file, "DeviceRGB"));
}

TEST_CASE("In CMYK, there are only CMYK operators, greys are black alone, and the press is named") {
  const auto press = coated();
  if (!press) {
    WARN("fonts/ has no profile of a press");
    return;
  }
  const std::string file = pdf::write(
      coloured(), {.compress = false, .marks = {.crop = true, .bars = true}, .inks = Inks::cmyk, .press = &*press});
  CHECK(contains(file, " k\n"));
  CHECK(contains(file, "1 1 1 1 K\n"));
  for (const char* wrong : {" rg\n", " RG\n", " g\n", " G\n", "DeviceRGB"}) CHECK_FALSE(contains(file, wrong));
  CHECK(contains(file, "(FOGRA39)"));
  CHECK(contains(file, "/N 4"));
}

TEST_CASE("Black is black ink alone, greys are lighter, colours are several inks") {
  const auto profile = coated();
  if (!profile) return;
  CHECK(pdf::usable_profile(profile->bytes));
  const pdf::Press press(Inks::cmyk, &*profile);
  CHECK(press.of(black) == pdf::InkValues{{0, 0, 0, 1}, 4});
  CHECK(press.of(white) == pdf::InkValues{{0, 0, 0, 0}, 4});
  double before = 1;
  for (const int tone : {0x1c, 0x50, 0x90, 0xd0, 0xf8}) {
    const auto channel = static_cast<std::uint8_t>(tone);
    const auto inks = press.of({channel, channel, channel});
    CHECK(inks.values[0] + inks.values[1] + inks.values[2] == 0);
    CHECK(inks.values[3] < before);
    before = inks.values[3];
  }
  const auto red = press.of({0xd7, 0x26, 0x3d});
  CHECK(red.values[1] > 0.7);
  CHECK(red.values[1] > red.values[0]);
  const auto green = press.of({0x0f, 0x5c, 0x3f});
  CHECK(green.values[0] > 0.7);
  CHECK(std::accumulate(green.values.begin(), green.values.end(), 0.0) < 3.3);
}

TEST_CASE("What is no profile of a press is known as such") {
  CHECK_FALSE(pdf::usable_profile(""));
  CHECK_FALSE(pdf::usable_profile("not a profile"));
}

TEST_CASE("Pixels are converted one by one") {
  const pdf::Press grey(Inks::grey, nullptr);
  CHECK(grey.pixels(std::string("\0\0\0\xFF\xFF\xFF", 6)) == std::string("\0\xFF", 2));
  const auto profile = coated();
  if (!profile) return;
  const pdf::Press press(Inks::cmyk, &*profile);
  CHECK(press.pixels("\xFF\xFF\xFF") == std::string(4, '\0'));
  CHECK(press.pixels(std::string(3, '\x40')).size() == 4);
}
