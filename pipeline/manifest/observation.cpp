#include "manifest/observation.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>

#include "core/beneath.h"
#include "core/limits.h"

namespace handbill {
namespace {

constexpr std::size_t largest_input = std::max({limits::source_bytes, limits::image_bytes, limits::font_bytes});

/// Whether a link on the way leads out of the look's bounds: stat follows it, and reading does not.
bool leads_out(const Look& look) {
  if (!look.bounds) return false;
  const auto name = name_within(*look.bounds, look.path);
  return name && !open_beneath(*look.bounds, *name, O_PATH).valid() && errno == EXDEV;
}

/// Whether the stamp alone says that nothing has changed.
bool vouched_for(const Observation& then, const Stamp& now) {
  if (leads_out(then.look)) return false;
  if (then.look.at == Look::At::existence) return now.kind != Stamp::Kind::unknown && now.there() == then.found;
  if (now.kind == Stamp::Kind::missing) return !then.found;
  if (now.kind == Stamp::Kind::unknown || now.kind == Stamp::Kind::other) return false;
  return now == then.stamp && !is_young(now, then.seen);
}

}  // namespace

Observation observed(std::string_view bytes, const Look& look) {
  Observation now{.look = look, .found = true, .digest = digest_of(bytes), .seen = stamping_time()};
  now.stamp = stamp_of(look.path);
  return now;
}

Observation observe(const Look& look) {
  Observation now{.look = look, .seen = stamping_time()};
  now.stamp = stamp_of(look.path);
  now.certain = now.stamp.kind != Stamp::Kind::unknown;
  now.found = now.stamp.there();
  const DiskFiles disk = look.bounds ? DiskFiles(*look.bounds) : DiskFiles();
  if (look.at == Look::At::names) now.digest = digest_of_names(disk.names_in(look.path));
  if (look.at == Look::At::bytes) {
    const ReadResult read =
        look.bounds ? disk.read_within(*look.bounds, look.path, largest_input) : disk.read(look.path, largest_input);
    now.found = read.status != ReadResult::Status::missing;
    now.certain = read.ok() || !now.found;
    if (read.ok()) now.digest = digest_of(read.bytes);
  }
  return now;
}

Verdict look_again(Observation& then) {
  if (!then.certain) return Verdict::changed;
  if (vouched_for(then, stamp_of(then.look.path))) return Verdict::same;
  Observation now = observe(then.look);
  if (!now.agrees_with(then)) return Verdict::changed;
  then = std::move(now);
  return Verdict::same_but_new_stamp;
}

Digest digest_of_names(const std::vector<std::string>& names) {
  return digest_of(names);
}

}  // namespace handbill
