#include "manifest/manifest.h"

#include <algorithm>

#include "core/limits.h"
#include "manifest/codec.h"

namespace handbill {
namespace {

/// What makes two observations the same.
Digest key_of(const Observation& one) {
  ByteWriter key;
  key.number(static_cast<std::uint64_t>(one.look.at));
  key.text(one.look.path);
  key.flag(one.look.bounds.has_value());
  if (one.look.bounds) key.text(*one.look.bounds);
  key.flag(one.found);
  key.digest(one.digest);
  return digest_of(key.bytes());
}

/// What makes two diagnostics the same.
Digest key_of(const Diagnostic& one) {
  std::vector<std::string> parts{std::string(name_of(one.severity)), to_string(one.place), one.code, one.message};
  parts.insert(parts.end(), one.hints.begin(), one.hints.end());
  return digest_of(parts);
}

}  // namespace

ObservationId Manifest::add(const Observation& observation) {
  index();
  const auto next = static_cast<ObservationId>(observations.size());
  const auto [known, fresh] = observation_ids_.try_emplace(key_of(observation), next);
  if (fresh) {
    observations.push_back(observation);
  } else if (Observation& old = observations[known->second]; observation.seen > old.seen) {
    old = observation;
  }
  return known->second;
}

std::vector<DiagnosticId> Manifest::add(const Diagnostics& found) {
  index();
  std::vector<DiagnosticId> ids;
  for (const Diagnostic& one : found) {
    const auto next = static_cast<DiagnosticId>(diagnostics.size());
    const auto [known, fresh] = diagnostic_ids_.try_emplace(key_of(one), next);
    if (fresh) diagnostics.push_back(one);
    ids.push_back(known->second);
  }
  return ids;
}

void Manifest::add(Opening opening) {
  std::erase_if(openings, [&](const Opening& other) { return other.asked == opening.asked; });
  openings.push_back(std::move(opening));
  // Whoever builds one thing after the other, by name, comes back to the first.
  if (openings.size() > limits::remembered_openings) openings.erase(openings.begin());
}

const Opening* Manifest::opening(const Digest& asked) const {
  const auto found =
      std::find_if(openings.begin(), openings.end(), [&](const Opening& one) { return one.asked == asked; });
  return found == openings.end() ? nullptr : &*found;
}

void Manifest::index() {
  if (observation_ids_.empty())
    for (ObservationId id = 0; id < observations.size(); ++id)
      observation_ids_.try_emplace(key_of(observations[id]), id);
  if (diagnostic_ids_.empty())
    for (DiagnosticId id = 0; id < diagnostics.size(); ++id) diagnostic_ids_.try_emplace(key_of(diagnostics[id]), id);
}

}  // namespace handbill
