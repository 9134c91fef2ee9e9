#include "render/pdf/press.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/diagnostic.h"
#include "core/tone.h"
#include "render/pdf/colour_profile.h"

namespace handbill::pdf {
namespace {

struct DeleteTransform {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, DeleteTransform>;

struct Way {
  void* from;
  cmsUInt32Number from_format;
  void* to;
  cmsUInt32Number to_format;
};

/// Without lcms's cache of the last colour, which threads would share.
Transform transform(const Way& way) {
  return Transform(cmsCreateTransform(way.from, way.from_format, way.to, way.to_format, INTENT_RELATIVE_COLORIMETRIC,
                                      cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE));
}

Profile open(std::string_view bytes) {
  return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

constexpr double neutral_chroma = 3;  // what hardly anybody sees as a colour (CIELAB)

}  // namespace

/// From sRGB to the press and, to find the black that looks like a grey, on to CIELAB.
struct Press::Conversions {
  Transform to_inks;    // RGB, 8 bits -> CMYK, per cent
  Transform to_pixels;  // RGB, 8 bits -> CMYK, 8 bits
  Transform to_lab;     // RGB, 8 bits -> CIELAB
  Transform of_inks;    // CMYK, per cent -> CIELAB, as printed

  double lightness_of_black(double per_cent) const {
    const std::array<double, 4> inks = {0, 0, 0, per_cent};
    cmsCIELab lab{};
    cmsDoTransform(of_inks.get(), inks.data(), &lab, 1);
    return lab.L;
  }

  /// Black alone at which the paper is as light as `lightness`; black ink is as dark as black gets.
  double black_for(double lightness) const {
    const double darkest = lightness_of_black(100);
    const double wanted = darkest + (100 - darkest) * lightness / 100;
    double low = 0;
    double high = 100;
    for (int i = 0; i < 30; ++i) {
      const double middle = (low + high) / 2;
      (lightness_of_black(middle) > wanted ? low : high) = middle;
    }
    return high;
  }
};

Press::Press(Inks inks, const PressProfile* profile) : inks_(inks) {
  if (inks != Inks::cmyk) return;
  if (profile == nullptr) internal_error("CMYK is to be printed on no press");
  const Profile press = open(profile->bytes);
  const Profile screen(cmsCreate_sRGBProfile());
  const Profile lab(cmsCreateLab4Profile(nullptr));
  auto made = std::make_shared<Conversions>();
  if (press) {
    made->to_inks = transform({screen.get(), TYPE_RGB_8, press.get(), TYPE_CMYK_DBL});
    made->to_pixels = transform({screen.get(), TYPE_RGB_8, press.get(), TYPE_CMYK_8});
    made->to_lab = transform({screen.get(), TYPE_RGB_8, lab.get(), TYPE_Lab_DBL});
    made->of_inks = Transform(cmsCreateTransform(press.get(), TYPE_CMYK_DBL, lab.get(), TYPE_Lab_DBL,
                                                 INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
  }
  if (!made->to_inks || !made->to_pixels || !made->to_lab || !made->of_inks)
    internal_error("a colour profile that was looked at before cannot be used");
  conversions_ = std::move(made);
}

InkValues Press::of(Colour colour) const {
  switch (inks_) {
    case Inks::colour:
      return {{colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0}, 3};
    case Inks::grey:
      return {{grey_of(colour) / 255.0}, 1};
    case Inks::cmyk:
      break;
  }
  const std::array<std::uint8_t, 3> rgb = {colour.red, colour.green, colour.blue};
  cmsCIELab lab{};
  cmsDoTransform(conversions_->to_lab.get(), rgb.data(), &lab, 1);
  if (colour == white) return {{}, 4};
  if (colour == black) return {{0, 0, 0, 1}, 4};
  if (std::hypot(lab.a, lab.b) < neutral_chroma) return {{0, 0, 0, conversions_->black_for(lab.L) / 100}, 4};
  std::array<double, 4> inks{};
  cmsDoTransform(conversions_->to_inks.get(), rgb.data(), inks.data(), 1);
  for (double& ink : inks) ink = std::clamp(ink / 100, 0.0, 1.0);
  return {inks, 4};
}

InkValues Press::of(Ink ink, double tint) const {
  const auto index = static_cast<std::size_t>(ink);
  std::array<double, 4> cmyk{};
  cmyk[index] = tint;
  switch (inks_) {
    case Inks::cmyk:
      return {cmyk, 4};
    case Inks::grey:
      // Steps of the one ink there is, from light to dark.
      return {{1 - tint * static_cast<double>(index + 1) / 4}, 1};
    case Inks::colour:
      return {{(1 - cmyk[0]) * (1 - cmyk[3]), (1 - cmyk[1]) * (1 - cmyk[3]), (1 - cmyk[2]) * (1 - cmyk[3])}, 3};
  }
  internal_error("a kind of inks that no ink is of");
}

InkValues Press::all_inks() const {
  if (inks_ == Inks::cmyk) return {{1, 1, 1, 1}, 4};
  return of(black);
}

std::string_view Press::colour_space() const {
  switch (inks_) {
    case Inks::colour:
      return "DeviceRGB";
    case Inks::grey:
      return "DeviceGray";
    case Inks::cmyk:
      return "DeviceCMYK";
  }
  internal_error("a kind of inks without a colour space");
}

std::size_t Press::channels() const {
  return of(black).count;
}

std::string Press::pixels(std::string_view rgb) const {
  if (inks_ == Inks::colour) return std::string(rgb);
  const std::size_t count = rgb.size() / 3;
  std::string out(count * channels(), '\0');
  if (inks_ == Inks::cmyk) {
    // Line by line for lcms, whose counts have 32 bits.
    constexpr std::size_t most = std::size_t{1} << 24;
    for (std::size_t at = 0; at < count; at += most)
      cmsDoTransform(conversions_->to_pixels.get(), &rgb[at * 3], &out[at * 4],
                     static_cast<cmsUInt32Number>(std::min(most, count - at)));
    return out;
  }
  // Pixels next to each other are mostly alike, and grey_of() is dear.
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(rgb[at]); };
  constexpr std::size_t slots = 4096;
  std::vector<std::pair<Colour, std::uint8_t>> known(slots, {black, std::uint8_t{0}});
  for (std::size_t i = 0; i < count; ++i) {
    const Colour colour{byte(i * 3), byte(i * 3 + 1), byte(i * 3 + 2)};
    auto& slot = known[(colour.red * 31U + colour.green * 7U * 31U + colour.blue * 127U) % slots];
    if (slot.first != colour) slot = {colour, grey_of(colour)};
    out[i] = static_cast<char>(slot.second);
  }
  return out;
}

bool usable_profile(std::string_view profile) {
  const Profile press = open(profile);
  if (!press || cmsGetColorSpace(press.get()) != cmsSigCmykData) return false;
  const Profile screen(cmsCreate_sRGBProfile());
  const Profile lab(cmsCreateLab4Profile(nullptr));
  return transform({screen.get(), TYPE_RGB_8, press.get(), TYPE_CMYK_8}) != nullptr &&
         transform({press.get(), TYPE_CMYK_DBL, lab.get(), TYPE_Lab_DBL}) != nullptr;
}

}  // namespace handbill::pdf
