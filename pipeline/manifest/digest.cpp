#include "manifest/digest.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace handbill {

Digest digest_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

Digest digest_of(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += fmt::format("{}:{}", part.size(), part);
  return digest_of(all);
}

}  // namespace handbill
