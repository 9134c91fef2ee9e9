// What is compiled into the program is what its files say.
#include "core/files.h"
#include "core/limits.h"
#include "core/unicode.h"
#include "core/yaml_packed.h"
#include "support/catch.h"

namespace handbill::embedded {
std::vector<yaml::KnownText> themes();
std::vector<yaml::KnownText> font_lists();
std::vector<yaml::KnownText> interface_texts();
}  // namespace handbill::embedded

using namespace handbill;

namespace {

/// The packed tree of a file as it is read now.
void check_embedded(const std::vector<yaml::KnownText>& known, const std::string& path) {
  INFO(path);
  const Place file = Place::in_file(path);
  Diagnostics found;
  const auto text = take(clean_text(DiskFiles().read(path, limits::source_bytes).bytes, file), found);
  REQUIRE(text.has_value());
  const auto root = take(yaml::parse(*text, file.at(1, 1)), found);
  REQUIRE(root.has_value());
  bool embedded = false;
  for (const yaml::KnownText& one : known) {
    if (one.text != *text) continue;
    embedded = true;
    CHECK(one.packed == yaml::pack(*root));
  }
  CHECK(embedded);
}

}  // namespace

TEST_CASE("the themes that are compiled in are those in content/themes/, the campaign theme first") {
  check_embedded({embedded::themes().front()}, "content/themes/campaign.yaml");
  check_embedded(embedded::themes(), "content/themes/office.yaml");
}

TEST_CASE("the list of fonts that is compiled in is fonts/fonts.yaml") {
  check_embedded(embedded::font_lists(), "fonts/fonts.yaml");
}

TEST_CASE("the words that are compiled in are those in locales/, left to right and right to left") {
  for (const std::string locale : {"en", "nl", "ar"})
    check_embedded(embedded::interface_texts(), "locales/" + locale + "/interface.yaml");
}
