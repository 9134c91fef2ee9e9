#include "render/epub/stylesheet.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/unicode.h"

namespace handbill::epub {
namespace {

// Logical properties (start, end, inline, block) mirror it all in a right-to-left page. No colour is set, so that
// night mode works, save for the ground of pictures that were drawn for white paper; sizes are relative to the
// reader's own.
constexpr std::string_view rules = R"(:root {
  color-scheme: light dark;
}
html {
  line-height: 1.5;
}
html.script-arab {
  line-height: 1.75;
}
body {
  margin-block: 0;
  margin-inline: 5%;
  overflow-wrap: break-word;
  widows: 2;
  orphans: 2;
}
h1, h2, h3, h4, h5, h6 {
  line-height: 1.3;
  margin-block: 1.6em 0.5em;
  break-after: avoid;
  page-break-after: avoid;
  break-inside: avoid;
  hyphens: none;
}
section > h1:first-child, section > h2:first-child, section > h3:first-child {
  margin-block-start: 0.5em;
}
section + section {
  margin-block-start: 2.5em;
}
p {
  margin-block: 0.7em;
}
header {
  margin-block: 1em 2em;
  padding-block-end: 1em;
  border-block-end: thin solid;
}
.kicker {
  font-weight: bold;
  margin-block: 0 0.3em;
}
.title {
  font-size: 1.9em;
  line-height: 1.25;
  margin-block: 0.2em 0.4em;
}
.subtitle {
  font-weight: bold;
}
.lead {
  font-size: 1.15em;
}
.cover {
  text-align: center;
}
.cover .kicker {
  margin-block-start: 8vh;
}
.cover .title {
  font-size: 2.2em;
}
figure {
  margin-block: 1.2em;
  margin-inline: 0;
  text-align: center;
  break-inside: avoid;
}
img {
  max-width: 100%;
  max-height: 90vh;
  height: auto;
}
@media (prefers-color-scheme: dark) {
  img.transparent {
    background-color: white;
  }
}
.cover img {
  max-height: 55vh;
}
.cover .picture {
  margin: 0;
}
.cover .picture img {
  width: 100%;
  max-height: 96vh;
  object-fit: contain;
}
em {
  font-style: italic;
}
em.upright {
  font-style: normal;
  font-weight: 600;
}
.missing {
  text-align: center;
}
.missing em.upright {
  font-weight: normal;
}
strong {
  font-weight: bold;
}
ul, ol {
  margin-block: 0.7em;
  padding-inline-start: 1.7em;
}
.tight > li > p, .tight > li > ul, .tight > li > ol {
  margin-block: 0.15em;
}
.tasks {
  list-style-type: none;
  padding-inline-start: 0;
}
blockquote {
  margin-block: 1em;
  margin-inline: 0;
  padding-inline-start: 1em;
  border-inline-start: medium solid;
}
pre {
  white-space: pre-wrap;
  text-align: left;
  padding: 0.6em;
  border: thin solid;
}
pre, code {
  font-family: monospace;
  font-size: 0.9em;
  hyphens: none;
}
.address {
  overflow-wrap: anywhere;
  hyphens: none;
}
.telephone {
  white-space: nowrap;
}
.table {
  margin-block: 1em;
}
table {
  border-collapse: collapse;
  width: 100%;
}
th, td {
  text-align: start;
  vertical-align: top;
  padding-block: 0.4em;
  padding-inline: 0 0.8em;
  border-block-end: thin solid;
}
.crowd th, .crowd td {
  overflow-wrap: anywhere;
}
th:last-child, td:last-child {
  padding-inline-end: 0;
}
thead th, thead td {
  vertical-align: bottom;
  border-block-end-width: medium;
}
tr {
  break-inside: avoid;
}
th.centre, td.centre {
  text-align: center;
}
th.end, td.end {
  text-align: end;
}
hr {
  border: none;
  border-block-start: thin solid;
  margin-block: 1.8em;
  margin-inline: 35%;
}
.action {
  margin-block: 1.5em;
  text-align: center;
  break-inside: avoid;
}
.action > a, .action > span {
  display: inline-block;
  padding-block: 0.5em;
  padding-inline: 1.4em;
  border: medium solid;
  border-radius: 0.4em;
  text-decoration: none;
}
.action .label {
  display: block;
  font-weight: bold;
}
.action .address {
  display: block;
  font-size: 0.85em;
}
sup {
  line-height: 0;
  font-size: 0.75em;
}
.notes {
  margin-block-start: 2em;
  padding-block-start: 0.5em;
  border-block-start: thin solid;
  font-size: 0.9em;
}
.notes .number {
  font-weight: bold;
}
nav ol {
  list-style-type: none;
  padding-inline-start: 0;
}
nav ol ol {
  padding-inline-start: 1.5em;
}
)";

/// A table as records, one under the other: where a screen has less than so many em for as many columns.
constexpr std::string_view records = R"(@media (max-width: $width) {
  $class table, $class tbody, $class tr, $class td, $class tbody th {
    display: block;
  }
  $class thead {
    position: absolute;
    width: 1em;
    height: 1em;
    overflow: hidden;
    clip-path: inset(50%);
  }
  $class tr {
    border-block-end: thin solid;
    padding-block: 0.4em;
  }
  $class td, $class tbody th {
    border: none;
    padding-block: 0.1em;
    padding-inline: 0;
    text-align: start;
  }
  $class [data-label]::before {
    content: attr(data-label);
    display: inline-block;
    margin-inline-end: 0.7em;
    font-size: 0.85em;
    font-weight: bold;
  }
}
)";

/// The classes that tables.cpp gives to tables by the room their columns need.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> record_widths{
    {{".some", "34em"}, {".many", "54em"}, {".crowd", "100em"}}};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

struct CounterStyle {
  std::string_view zero;
  std::string_view name;
};

/// The numbering systems that CSS Counter Styles knows, by their digit nought.
constexpr std::array<CounterStyle, 17> counter_styles{{{"٠", "arabic-indic"},
                                                       {"۰", "persian"},
                                                       {"०", "devanagari"},
                                                       {"০", "bengali"},
                                                       {"੦", "gurmukhi"},
                                                       {"૦", "gujarati"},
                                                       {"୦", "oriya"},
                                                       {"௦", "tamil"},
                                                       {"౦", "telugu"},
                                                       {"೦", "kannada"},
                                                       {"൦", "malayalam"},
                                                       {"๐", "thai"},
                                                       {"໐", "lao"},
                                                       {"༠", "tibetan"},
                                                       {"၀", "myanmar"},
                                                       {"០", "khmer"},
                                                       {"᠐", "mongolian"}}};

}  // namespace

std::string stylesheet(const Interface& words, const Typefaces& typefaces, const std::vector<Language>& languages) {
  std::string style(rules);
  for (const auto& [name, width] : record_widths) {
    std::string block(records);
    replace_all(block, "$class", name);
    replace_all(block, "$width", width);
    style += block;
  }
  style += font_rules(typefaces, languages);
  const std::string zero = words.number(0);
  const auto* found = std::find_if(counter_styles.begin(), counter_styles.end(),
                                   [&](const CounterStyle& candidate) { return candidate.zero == zero; });
  if (found == counter_styles.end()) return style;
  return style + "ol {\n  list-style-type: " + std::string(found->name) + ";\n}\n";
}

}  // namespace handbill::epub
