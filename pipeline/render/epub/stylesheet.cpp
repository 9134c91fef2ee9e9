#include "render/epub/stylesheet.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/unicode.h"

namespace handbill::epub {
namespace {

// Logical properties (start, end, inline, block) mirror it all in a right-to-left page. No colour is set, so that
// night mode works; sizes are relative to the reader's own.
constexpr std::string_view rules = R"(html {
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
  border-block-end: 1px solid;
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
.cover img {
  max-height: 55vh;
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
  border-inline-start: 3px solid;
}
pre {
  white-space: pre-wrap;
  text-align: left;
  padding: 0.6em;
  border: 1px solid;
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
  overflow-x: auto;
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
  border-block-end: 1px solid;
}
th:last-child, td:last-child {
  padding-inline-end: 0;
}
th {
  vertical-align: bottom;
  border-block-end-width: 2px;
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
  border-block-start: 1px solid;
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
  border: 2px solid;
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
  border-block-start: 1px solid;
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
@media (max-width: 30em) {
  .wide table, .wide tbody, .wide tr, .wide td {
    display: block;
  }
  .wide thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
  .wide tr {
    border-block-end: 2px solid;
    padding-block: 0.4em;
  }
  .wide td {
    border: none;
    padding-block: 0.1em;
    text-align: start;
  }
  .wide td::before {
    content: attr(data-label) " ";
    font-weight: bold;
    display: block;
  }
}
)";

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

std::string stylesheet(const Interface& words) {
  std::string style(rules);
  const std::string zero = words.number(0);
  const auto* found = std::find_if(counter_styles.begin(), counter_styles.end(),
                                   [&](const CounterStyle& candidate) { return candidate.zero == zero; });
  if (found == counter_styles.end()) return style;
  return style + "ol {\n  list-style-type: " + std::string(found->name) + ";\n}\n";
}

}  // namespace handbill::epub
