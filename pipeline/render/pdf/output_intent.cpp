#include "render/pdf/output_intent.h"

#include <memory>

#include "core/files.h"
#include "render/pdf/colour_profile.h"

namespace handbill::pdf {
namespace {

std::string make_srgb_profile() {
  const Profile profile(cmsCreate_sRGBProfile());
  if (!profile) throw MachineError("There is not enough memory to write a colour profile.");
  cmsSetProfileVersion(profile.get(), 4.2);
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile.get(), nullptr, &size);
  std::string bytes(size, '\0');
  if (cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0)
    throw MachineError("There is not enough memory to write a colour profile.");
  // Bytes 24 to 35 of the header are the time of writing (ICC.1, 7.2.1), which lcms takes from the clock; here they
  // are the first day of IEC 61966-2-1.
  static constexpr char date[] = {0x07, char(0xCF), 0, 10, 0, 18, 0, 0, 0, 0, 0, 0};
  return bytes.replace(24, sizeof date, date, sizeof date);
}

}  // namespace

// Made once: lcms fits curves for it, which takes as long as writing a page.
const std::string& srgb_profile() {
  static const std::string profile = make_srgb_profile();
  return profile;
}

void write_output_intent(Haru& haru, const Options& options) {
  const bool press = options.inks == Inks::cmyk && options.press != nullptr;
  const Object profile =
      haru.add_stream(Dictionary().add_number("N", press ? 4 : 3), press ? options.press->bytes : srgb_profile());
  Dictionary intent;
  intent.add_name("Type", "OutputIntent").add_name("S", "GTS_PDFA1");
  intent.add_text("OutputConditionIdentifier", press ? options.press->condition : "sRGB");
  if (press) intent.add_text("RegistryName", "http://www.color.org");
  intent.add_text("Info", press ? options.press->name : "sRGB IEC61966-2.1");
  intent.add("DestOutputProfile", profile.reference());
  haru.set_catalogue_array("OutputIntents", haru.add(intent));
}

}  // namespace handbill::pdf
