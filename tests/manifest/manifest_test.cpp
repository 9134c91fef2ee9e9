#include "manifest/manifest.h"

#include <random>

#include "manifest/build_identity.h"
#include "support/catch.h"

using namespace handbill;

namespace {

constexpr Digest identity{1, 2};

Observation seen(const std::string& path, const std::string& bytes) {
  return {.look = {Look::At::bytes, path},
          .found = true,
          .digest = digest_of(bytes),
          .stamp = {Stamp::Kind::file, bytes.size(), 17, -18, 19},
          .seen = 20};
}

Manifest sample() {
  Manifest manifest;
  const Place place = Place::in_file("content/page.md").at(3, 4);
  const auto found = manifest.add(Diagnostics{{Severity::warning, place, "code", "a message", {"one way", "another"}},
                                              {Severity::error, {}, "usage", "no place", {}}});
  const ObservationId page = manifest.add(seen("content/page.md", "text"));
  const ObservationId missing = manifest.add({.look = {Look::At::existence, "content/page.nl.md"}});
  Written written{.bytes = seen("", "made"), .size = 4, .pages = 2, .fitting = Fitting{1.5, 1, 0.25, 0.9}};
  written.units = 81;
  written.untranslated = 3;
  written.stale = 1;
  manifest.outputs["nl/page-flyer.pdf"] = {.key = digest_of("key"),
                                           .stood_on = {page, missing},
                                           .written = written,
                                           .findings = {{found[1]}, {found[0]}, {}, {found[0], found[1]}}};
  manifest.outputs["nl/page-book.epub"] = {.key = digest_of("other"), .stood_on = {page}};
  manifest.add({.asked = digest_of("asked"),
                .stood_on = {page},
                .files = {{"nl/page-flyer.pdf", digest_of("key")}},
                .diagnostics = {found[1]}});
  return manifest;
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
  const std::string bytes = write_manifest(sample(), identity);
  CHECK(bytes.starts_with("handbill-manifest 1\n"));
  const auto read = read_manifest(bytes, identity);
  REQUIRE(read);
  CHECK(write_manifest(*read, identity) == bytes);
  const OutputRecord& output = read->outputs.at("nl/page-flyer.pdf");
  REQUIRE(output.written);
  CHECK(output.written->pages == 2U);
  CHECK(output.written->fitting->fill == 0.9);
  CHECK(output.written->units == 81);
  CHECK(output.written->untranslated == 3);
  CHECK(output.written->stale == 1);
  CHECK(output.written->bytes.stamp == Stamp{Stamp::Kind::file, 4, 17, -18, 19});
  CHECK(to_string(read->diagnostics.at(output.findings.localised.at(0))) ==
        "content/page.md:3:4: warning: a message [code]\n  hint: one way\n  hint: another\n");
  CHECK(to_string(read->diagnostics.at(output.findings.materials.at(0))) == "error: no place [usage]\n");
  CHECK_FALSE(read->observations.at(output.stood_on.at(1)).found);
  CHECK_FALSE(read->outputs.at("nl/page-book.epub").written);
  REQUIRE(read->opening(digest_of("asked")));
  CHECK(read->opening(digest_of("asked"))->files.at(0).path == "nl/page-flyer.pdf");
}

TEST_CASE("what no output refers to is not written") {
  Manifest manifest = sample();
  const std::string bytes = write_manifest(manifest, identity);
  (void)manifest.add(seen("content/gone.md", "x"));
  (void)manifest.add(Diagnostics{{Severity::note, {}, "gone", "gone", {}}});
  CHECK(write_manifest(manifest, identity) == bytes);
}

TEST_CASE("the same file with other bytes is another observation") {
  Manifest manifest;
  const ObservationId first = manifest.add(seen("a", "one"));
  CHECK(manifest.add(seen("a", "two")) != first);
  Observation later = seen("a", "one");
  later.seen = 100;
  CHECK(manifest.add(later) == first);
  CHECK(manifest.observations[first].seen == 100);
  CHECK(manifest.add(seen("a", "one")) == first);
  CHECK(manifest.observations[first].seen == 100);
}

TEST_CASE("only the latest openings are kept, and those asked for again are the latest") {
  Manifest manifest;
  for (int i = 0; i < 100; ++i) {
    manifest.add({.asked = digest_of("always")});
    manifest.add({.asked = digest_of(std::to_string(i))});
  }
  CHECK(manifest.openings.size() < 100);
  CHECK(manifest.opening(digest_of("always")));
  CHECK(manifest.opening(digest_of("99")));
  CHECK_FALSE(manifest.opening(digest_of("0")));
}

TEST_CASE("another program's manifest, another version's and what is none count as none") {
  const std::string bytes = write_manifest(sample(), identity);
  CHECK_FALSE(read_manifest(bytes, {1, 3}));
  CHECK_FALSE(read_manifest("", identity));
  CHECK_FALSE(read_manifest("handbill-manifest 1\n", identity));
  CHECK_FALSE(read_manifest("handbill-manifest 2\n" + bytes.substr(20), identity));
  CHECK_FALSE(read_manifest(bytes + "x", identity));
}

TEST_CASE("a manifest that is cut off or has a byte changed counts as none") {
  const std::string bytes = write_manifest(sample(), identity);
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(read_manifest(bytes.substr(0, size), identity));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x41);
    CHECK_FALSE(read_manifest(changed, identity));
  }
}

namespace {

/// With the digest that it needs to be read at all: as somebody would make it who knows how.
std::string sealed(const std::string& payload) {
  const Digest digest = digest_of(payload);
  std::string seal;
  for (const std::uint64_t word : {digest.low, digest.high})
    for (int i = 0; i < 8; ++i) seal += static_cast<char>(word >> (8 * i));
  return "handbill-manifest 1\n" + seal + payload;
}

void expect_sound(const Manifest& manifest) {
  const auto in_range = [](const std::vector<std::uint32_t>& ids, std::size_t size) {
    for (const std::uint32_t id : ids) CHECK(id < size);
  };
  for (const auto& [path, output] : manifest.outputs) {
    for (const auto& part : std::filesystem::path(path)) CHECK(part != "..");
    in_range(output.stood_on, manifest.observations.size());
    for (const auto* ids :
         {&output.findings.materials, &output.findings.localised, &output.findings.pictures, &output.findings.own})
      in_range(*ids, manifest.diagnostics.size());
  }
  for (const Opening& opening : manifest.openings) {
    in_range(opening.stood_on, manifest.observations.size());
    in_range(opening.diagnostics, manifest.diagnostics.size());
  }
  for (const Diagnostic& one : manifest.diagnostics) (void)to_string(one);
}

}  // namespace

TEST_CASE("a manifest that somebody made up is read in bounds, or counts as none") {
  const std::string payload = write_manifest(sample(), identity).substr(36);
  REQUIRE(read_manifest(sealed(payload), identity));
  std::mt19937 random(7);
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  for (int i = 0; i < 20000; ++i) {
    std::string changed = payload;
    for (std::size_t edits = 1 + below(3); edits > 0; --edits) {
      const std::size_t at = 16 + below(changed.size() - 16);
      if (below(4) == 0)
        changed.erase(at, 1 + below(8));
      else if (below(4) == 0)
        changed.insert(at, changed.substr(16 + below(changed.size() - 16), below(40)));
      else
        changed[at] = static_cast<char>(below(256));
    }
    if (const auto read = read_manifest(sealed(changed), identity)) expect_sound(*read);
  }
}

TEST_CASE("no path leads out of the output folder") {
  for (const std::string path : {"../page.pdf", "/etc/passwd", "nl/../../x", "", "./x", "nl//../x"}) {
    Manifest manifest;
    manifest.outputs[path] = {};
    CHECK_FALSE(read_manifest(write_manifest(manifest, identity), identity));
    Manifest opened;
    opened.add({.files = {{path, {}}}});
    CHECK_FALSE(read_manifest(write_manifest(opened, identity), identity));
  }
}

TEST_CASE("one text that is used without end does not fill the memory") {
  Manifest manifest;
  const std::string name(1000 * 1000, 'x');
  for (int i = 0; i < 70; ++i) {
    Observation one = seen(name, "x");
    one.digest.low += static_cast<std::uint64_t>(i);
    manifest.outputs["a"].stood_on.push_back(manifest.add(one));
  }
  const std::string bytes = write_manifest(manifest, identity);
  CHECK(bytes.size() < 2 * name.size());
  CHECK_FALSE(read_manifest(bytes, identity));
}

TEST_CASE("the program knows itself, and another of its kind") {
  CHECK(build_identity({"a"}) == build_identity({"a"}));
  CHECK(build_identity({"a"}) != build_identity({"b"}));
}
