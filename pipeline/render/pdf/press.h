// Colours as the inks that a file is printed with.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/colour.h"
#include "design/imposition.h"
#include "imposition/sheets.h"

namespace handbill::pdf {

/// The operands of a colour operator, 0 to 1: one of grey, three of RGB, or four of CMYK.
struct InkValues {
  std::array<double, 4> values{};
  std::size_t count = 0;
  friend bool operator==(const InkValues&, const InkValues&) = default;
};

/// The press that Inks::cmyk is for.
struct PressProfile {
  std::string bytes;      ///< an ICC profile; usable_profile()
  std::string condition;  ///< the printing condition's name in the ICC's registry: "FOGRA39"
  std::string name;       ///< in words
};

/// Cheap to copy; threads may share one.
class Press {
 public:
  Press() = default;  ///< Inks::colour

  /// `profile` is for Inks::cmyk; nothing else needs one. A profile that is none for CMYK is an internal_error:
  /// usable_profile() tells before.
  Press(Inks inks, const PressProfile* profile);

  Inks inks() const { return inks_; }

  /// Greys and what the eye takes for grey are black alone in CMYK: four inks never meet exactly enough for text. Other
  /// colours keep their look as far as the press can show it (relative colorimetric, black point compensated).
  InkValues of(Colour colour) const;
  InkValues of(Ink ink, double tint) const;
  InkValues all_inks() const;

  /// The channels of an image that is printed: "DeviceRGB", "DeviceGray", "DeviceCMYK".
  std::string_view colour_space() const;
  std::size_t channels() const;
  /// Pixels of three bytes each (sRGB) as pixels of channels() bytes.
  std::string pixels(std::string_view rgb) const;

 private:
  struct Conversions;
  Inks inks_ = Inks::colour;
  std::shared_ptr<const Conversions> conversions_;  ///< Inks::cmyk
};

/// Whether `profile` is an ICC profile that colours can be turned into CMYK with.
bool usable_profile(std::string_view profile);

}  // namespace handbill::pdf
