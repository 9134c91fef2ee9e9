// The manifest as bytes: write_manifest() and read_manifest(). Whatever is written by one function is read by the next.
#include <algorithm>
#include <memory>
#include <unordered_map>

#include "core/limits.h"
#include "manifest/codec.h"
#include "manifest/manifest.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "handbill-manifest 1\n";
constexpr std::size_t digest_size = 16;

// Texts are written once and may be used often, but not so often that they fill the memory.
constexpr std::size_t most_text = limits::manifest_bytes;

/// Numbers what is used among the manifest's own numbers, in the order in which it is first used.
class Used {
 public:
  explicit Used(std::size_t count) : numbers_(count, unused) {}

  std::uint32_t number(std::uint32_t id) {
    if (numbers_[id] == unused) {
      numbers_[id] = static_cast<std::uint32_t>(ids_.size());
      ids_.push_back(id);
    }
    return numbers_[id];
  }

  const std::vector<std::uint32_t>& ids() const { return ids_; }

 private:
  static constexpr std::uint32_t unused = UINT32_MAX;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint32_t> ids_;
};

class Writing {
 public:
  explicit Writing(const Manifest& manifest)
      : manifest_(manifest), observations_(manifest.observations.size()), diagnostics_(manifest.diagnostics.size()) {}

  /// What comes after `head`. Everything is there twice for a moment, and not more often.
  std::string run_behind(std::string head) {
    body_.number(manifest_.openings.size());
    for (const Opening& one : manifest_.openings) write(one);
    body_.number(manifest_.outputs.size());
    for (const auto& [path, output] : manifest_.outputs) write(path, output);
    ByteWriter lists;
    lists.number(observations_.ids().size());
    for (const ObservationId id : observations_.ids()) write(lists, manifest_.observations[id]);
    lists.number(diagnostics_.ids().size());
    for (const DiagnosticId id : diagnostics_.ids()) write(lists, manifest_.diagnostics[id]);
    ByteWriter all(std::move(head));
    all.number(texts_.size());
    for (const std::string_view text : texts_) all.text(text);
    all.append(lists.bytes());
    all.append(body_.bytes());
    return all.take();
  }

 private:
  void write(const Opening& opening) {
    body_.digest(opening.asked);
    write(opening.stood_on, observations_);
    body_.number(opening.files.size());
    for (const Opening::Planned& file : opening.files) {
      body_.number(text(file.path));
      body_.digest(file.key);
    }
    write(opening.diagnostics, diagnostics_);
  }

  void write(const std::string& path, const OutputRecord& output) {
    body_.number(text(path));
    body_.digest(output.key);
    write(output.stood_on, observations_);
    body_.flag(output.written.has_value());
    if (output.written) write(*output.written);
    write(output.findings.materials, diagnostics_);
    write(output.findings.localised, diagnostics_);
    write(output.findings.pictures, diagnostics_);
    write(output.findings.own, diagnostics_);
  }

  void write(const Written& written) {
    write(body_, written.bytes);
    body_.number(written.size);
    body_.flag(written.pages.has_value());
    body_.number(written.pages.value_or(0));
    body_.flag(written.fitting.has_value());
    const Fitting fitting = written.fitting.value_or(Fitting());
    for (const double part : {fitting.size, fitting.leading, fitting.space, fitting.fill}) body_.real(part);
    for (const std::size_t count : {written.units, written.untranslated, written.stale}) body_.number(count);
  }

  void write(ByteWriter& to, const Observation& seen) {
    to.number(static_cast<std::uint64_t>(seen.look.at));
    to.number(text(seen.look.path));
    to.flag(seen.look.bounds.has_value());
    if (seen.look.bounds) to.number(text(*seen.look.bounds));
    to.flag(seen.found);
    to.digest(seen.digest);
    to.number(static_cast<std::uint64_t>(seen.stamp.kind));
    to.number(seen.stamp.size);
    to.signed_number(seen.stamp.modified);
    to.signed_number(seen.stamp.changed);
    to.number(seen.stamp.inode);
    to.signed_number(seen.seen);
  }

  void write(ByteWriter& to, const Diagnostic& one) {
    to.number(static_cast<std::uint64_t>(one.severity));
    to.flag(one.place.file != nullptr);
    if (one.place.file != nullptr) to.number(text(*one.place.file));
    to.number(one.place.line);
    to.number(one.place.column);
    to.number(text(one.code));
    to.number(text(one.message));
    to.number(one.hints.size());
    for (const std::string& hint : one.hints) to.number(text(hint));
  }

  void write(const std::vector<std::uint32_t>& ids, Used& used) {
    body_.number(ids.size());
    for (const std::uint32_t id : ids) body_.number(used.number(id));
  }

  std::size_t text(std::string_view text) {
    const auto [known, fresh] = text_numbers_.try_emplace(text, texts_.size());
    if (fresh) texts_.push_back(text);
    return known->second;
  }

  const Manifest& manifest_;
  Used observations_;
  Used diagnostics_;
  std::unordered_map<std::string_view, std::size_t> text_numbers_;
  std::vector<std::string_view> texts_;  ///< of the manifest
  ByteWriter body_;
};

bool leads_below(const fs::path& path) {
  return !path.empty() && path.is_relative() && std::none_of(path.begin(), path.end(), [](const fs::path& part) {
    return part == ".." || part == "." || part.empty();
  });
}

/// Reads what Writing has written. What is wrong is noticed at the end.
class Reading {
 public:
  explicit Reading(std::string_view bytes) : from_(bytes) {}

  std::optional<Manifest> run() {
    each([&] { texts_.push_back(std::make_shared<const std::string>(from_.text())); });
    each([&] { manifest_.observations.push_back(observation()); });
    each([&] { manifest_.diagnostics.push_back(diagnostic()); });
    each([&] { manifest_.openings.push_back(opening()); });
    each([&] {
      const std::string path = output_path();
      manifest_.outputs[path] = output();
    });
    if (!from_.good() || !from_.at_end()) return std::nullopt;
    return std::move(manifest_);
  }

 private:
  using Text = std::shared_ptr<const std::string>;

  /// Does something as often as the list that comes next has elements.
  template <class Read>
  void each(const Read& read) {
    for (std::size_t left = from_.count(); left > 0 && from_.good(); --left) read();
  }

  /// The number of an element of a list.
  std::uint32_t number_in(std::size_t size) {
    if (size == 0) from_.fail();
    return static_cast<std::uint32_t>(from_.number_up_to(size == 0 ? 0 : size - 1));
  }

  Text text() {
    const std::size_t number = number_in(texts_.size());
    if (!from_.good()) return no_text_;
    used_text_ += texts_[number]->size();
    if (used_text_ > most_text) from_.fail();
    return from_.good() ? texts_[number] : no_text_;
  }

  std::string output_path() {
    const std::string path = *text();
    if (!leads_below(path)) from_.fail();
    return path;
  }

  Observation observation() {
    Observation seen;
    seen.look.at = static_cast<Look::At>(from_.number_up_to(static_cast<std::uint64_t>(Look::At::names)));
    seen.look.path = *text();
    if (from_.flag()) seen.look.bounds = *text();
    seen.found = from_.flag();
    seen.digest = from_.digest();
    seen.stamp.kind = static_cast<Stamp::Kind>(from_.number_up_to(static_cast<std::uint64_t>(Stamp::Kind::unknown)));
    seen.stamp.size = from_.number();
    seen.stamp.modified = from_.signed_number();
    seen.stamp.changed = from_.signed_number();
    seen.stamp.inode = from_.number();
    seen.seen = from_.signed_number();
    return seen;
  }

  Diagnostic diagnostic() {
    Diagnostic one;
    one.severity = static_cast<Severity>(from_.number_up_to(static_cast<std::uint64_t>(Severity::error)));
    if (from_.flag()) one.place.file = text();
    one.place.line = static_cast<std::uint32_t>(from_.number_up_to(UINT32_MAX));
    one.place.column = static_cast<std::uint32_t>(from_.number_up_to(UINT32_MAX));
    one.code = *text();
    one.message = *text();
    each([&] { one.hints.push_back(*text()); });
    return one;
  }

  /// Numbers of elements of a list.
  std::vector<std::uint32_t> numbers_in(std::size_t size) {
    std::vector<std::uint32_t> numbers;
    each([&] { numbers.push_back(number_in(size)); });
    return numbers;
  }

  std::vector<ObservationId> stood_on() { return numbers_in(manifest_.observations.size()); }
  std::vector<DiagnosticId> diagnostics() { return numbers_in(manifest_.diagnostics.size()); }

  Opening opening() {
    Opening opening;
    opening.asked = from_.digest();
    opening.stood_on = stood_on();
    each([&] {
      std::string path = output_path();
      opening.files.push_back({std::move(path), from_.digest()});
    });
    opening.diagnostics = diagnostics();
    return opening;
  }

  OutputRecord output() {
    OutputRecord output;
    output.key = from_.digest();
    output.stood_on = stood_on();
    if (from_.flag()) output.written = written();
    output.findings.materials = diagnostics();
    output.findings.localised = diagnostics();
    output.findings.pictures = diagnostics();
    output.findings.own = diagnostics();
    return output;
  }

  Written written() {
    Written written;
    written.bytes = observation();
    written.size = from_.number();
    const bool paged = from_.flag();
    const std::size_t pages = from_.number();
    if (paged) written.pages = pages;
    const bool fitted = from_.flag();
    Fitting fitting;
    for (double* part : {&fitting.size, &fitting.leading, &fitting.space, &fitting.fill}) *part = from_.real();
    if (fitted) written.fitting = fitting;
    for (std::size_t* count : {&written.units, &written.untranslated, &written.stale}) *count = from_.number();
    return written;
  }

  ByteReader from_;
  Manifest manifest_;
  std::vector<Text> texts_;
  const Text no_text_ = std::make_shared<const std::string>();
  std::size_t used_text_ = 0;
};

}  // namespace

std::string write_manifest(const Manifest& manifest, const Digest& identity) {
  ByteWriter head{std::string(first_line)};
  head.digest({});
  head.digest(identity);
  std::string all = Writing(manifest).run_behind(head.take());
  ByteWriter seal;
  seal.digest(digest_of(std::string_view(all).substr(first_line.size() + digest_size)));
  return all.replace(first_line.size(), digest_size, seal.bytes());
}

std::optional<Manifest> read_manifest(std::string_view bytes, const Digest& identity) {
  if (!bytes.starts_with(first_line)) return std::nullopt;
  bytes.remove_prefix(first_line.size());
  if (bytes.size() < 2 * digest_size) return std::nullopt;
  ByteReader head(bytes.substr(0, 2 * digest_size));
  if (head.digest() != digest_of(bytes.substr(digest_size)) || head.digest() != identity) return std::nullopt;
  return Reading(bytes.substr(2 * digest_size)).run();
}

}  // namespace handbill
