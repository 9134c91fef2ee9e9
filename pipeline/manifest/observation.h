// What came of a look at the disk, and whether it would come out the same today.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "manifest/digest.h"
#include "manifest/look.h"
#include "manifest/stamp.h"

namespace handbill {

struct Observation {
  Look look;
  bool found = false;     ///< there was something
  bool certain = true;    ///< false: it could not be read, or was not the same twice, and must be looked at again
  Digest digest;          ///< of the bytes or the names
  Stamp stamp;            ///< taken before it was looked at
  std::int64_t seen = 0;  ///< the stamping_time() before that

  /// Whether they say the same of the same thing.
  bool agrees_with(const Observation& other) const {
    return look == other.look && found == other.found && digest == other.digest && certain && other.certain;
  }
};

/// Of bytes that are known to be there: those of a file that was just written, or mapped.
Observation observed(std::string_view bytes, const Look& look);

/// Looks now. Never throws.
Observation observe(const Look& look);

/// Whether a look would come out as it did then. What stat vouches for is not read; otherwise `then` gets the stamp of
/// now, if all else is the same.
enum class Verdict : std::uint8_t { same, same_but_new_stamp, changed };
Verdict look_again(Observation& then);

Digest digest_of_names(const std::vector<std::string>& names);

}  // namespace handbill
