#include "app/last_build.h"

#include <algorithm>
#include <utility>

#include "core/files.h"
#include "core/limits.h"

namespace handbill {

LastBuild::LastBuild(OutputFolder output, const Digest& identity) : output_(std::move(output)), identity_(identity) {
  const ReadResult read = DiskFiles().read_within(output_.root, output_.folder / manifest_name, limits::manifest_bytes);
  if (read.ok()) manifest_ = read_manifest(read.bytes, identity).value_or(Manifest());
  verdicts_.resize(manifest_.observations.size());
}

const Opening* LastBuild::opening(const Digest& asked) {
  const Opening* opening = manifest_.opening(asked);
  return opening != nullptr && stands(opening->stood_on) ? opening : nullptr;
}

const OutputRecord* LastBuild::output(const std::string& path, const Digest& key) {
  const auto known = manifest_.outputs.find(path);
  if (known == manifest_.outputs.end()) return nullptr;
  OutputRecord& record = known->second;
  if (record.key != key || !stands(record.stood_on)) return nullptr;
  return !record.written || intact(path, *record.written) ? &record : nullptr;
}

bool LastBuild::stands(const std::vector<ObservationId>& stood_on) {
  return std::all_of(stood_on.begin(), stood_on.end(), [&](ObservationId id) {
    // What has been taken in since is of this run.
    if (id >= verdicts_.size()) return true;
    if (!verdicts_[id]) verdicts_[id] = passes(manifest_.observations[id]);
    return *verdicts_[id];
  });
}

bool LastBuild::intact(const std::string& path, Written& written) {
  written.bytes.look = {Look::At::bytes, (output_.folder / path).native(), output_.root.native()};
  return passes(written.bytes);
}

bool LastBuild::passes(Observation& observation) {
  const Verdict verdict = look_again(observation);
  changed_ = changed_ || verdict == Verdict::same_but_new_stamp;
  return verdict != Verdict::changed;
}

void LastBuild::save() {
  std::error_code error;
  // A build that has made nothing leaves no folder behind either.
  if (!std::exchange(changed_, false) || !std::filesystem::is_directory(output_.folder, error)) return;
  const std::string bytes = write_manifest(manifest_, identity_);
  if (bytes.size() > limits::manifest_bytes) return;
  try {
    write_within(output_.root, output_.folder / manifest_name, bytes);
  } catch (const MachineError&) {
  }
}

}  // namespace handbill
