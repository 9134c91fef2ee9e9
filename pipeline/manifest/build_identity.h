// Which program this is.
#pragma once

#include <string>
#include <vector>

#include "manifest/digest.h"

namespace handbill {

/// Differs when the program or a library that it has loaded is another: by the build-ids that linkers put into them,
/// else by what stat says of the file. The user counts too, because another one may read other files, and so does
/// `more`.
Digest build_identity(std::vector<std::string> more);

}  // namespace handbill
