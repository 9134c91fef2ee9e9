// A unit's text. What is written back is read as the same again.
#include "document/markdown.h"
#include "fuzz/fuzz.h"
#include "source/parse.h"

void handbill::fuzz::targets::inlines(std::string_view input) {
  const std::vector<FootnoteLabel> labels{{"a", 1}, {"b", 2}};
  const auto read_text = [&](std::string_view text) { return take(parse_inlines(text, place("page.yaml"), labels)); };
  const std::string once = to_markdown(read_text(clean(input)));
  promise(once.find('\n') == std::string::npos, "a unit's text is on several lines");
  const std::string twice = to_markdown(read_text(once));
  promise(twice == once, ("a unit's text is not what was written: " + once + "\nbut: " + twice).c_str());
}
