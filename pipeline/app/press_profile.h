// The press that CMYK editions are printed on.
#pragma once

#include <filesystem>
#include <optional>

#include "core/diagnostic.h"
#include "core/files.h"
#include "render/pdf/press.h"

namespace handbill {

/// Reads profiles.yaml in `folder` and the ICC profile that it names. Diagnostics: those of YAML; `unreadable`;
/// `press-profile` (none for CMYK).
Result<std::optional<pdf::PressProfile>> load_press_profile(const std::filesystem::path& folder, const Files& files);

}  // namespace handbill
