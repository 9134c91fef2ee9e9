// An ICC profile that lcms has opened.
#pragma once

#include <lcms2.h>

#include <memory>

namespace handbill::pdf {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

}  // namespace handbill::pdf
