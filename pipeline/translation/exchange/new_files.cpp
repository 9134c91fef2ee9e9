#include "translation/exchange/new_files.h"

#include <fmt/format.h>

#include "core/yaml_write.h"
#include "translation/exchange/locale_facts.h"
#include "translation/interface.h"

namespace handbill {
namespace {

std::string fact(std::string_view name, const std::string& value) {
  return value.empty() ? std::string() : fmt::format("#   {:<16} {}\n", name, value);
}

std::string facts_of(const Language& language, const LocaleFacts& facts) {
  std::string counting;
  for (const auto& [form, numbers] : facts.plurals)
    counting += fmt::format("{}{} ({})", counting.empty() ? "" : ", ", form, numbers);
  return fact("script", facts.script + (language.right_to_left() ? ", from right to left" : ", from left to right")) +
         fact("digits", facts.ten_digits + ", as in " + facts.number) +
         fact("quotation marks", facts.quotes.empty() ? "" : facts.quotes + ", inside others " + facts.inner_quotes) +
         fact("counting", counting);
}

constexpr std::string_view page_template = R"(---
# What stands at the top. Only the title is needed; take a # away to use a line.
title: {title}
# The lead: one or two sentences that say it all
#description: "Who should read on, and why."
# Small, over the title: who speaks
#kicker: "Works council elections"
# Under the title: when and where
#subtitle: "Thursday 14 January 2027 · Canteen · 12:30"
# A picture beside this file, and what it shows, for those who cannot see it
#feature: picture.jpg
#featureAlt: "Two colleagues at a table in the canteen"
# A flyer says less than a handout: the parts that go on it, by their headings in small letters with hyphens between the
# words; intro is what stands above the first heading
#editions:
#  flyer: {{sections: [intro, what-you-can-do]}}
---

<!-- Nothing between these marks is printed. A paragraph is a few lines of text with a blank line below. -->

Say first what matters most. Stress a word _like this_, or **like this**.

<!-- What readers can do next: a button on a screen, an address with a QR code on paper. An address may
begin with / when handbill.yaml names the site. -->

{{{{< button href="https://example.org/join" >}}}}Join us{{{{< /button >}}}}

## What you can do

1. **Talk to a colleague.** A point that opens in bold becomes an action on a flyer.
2. **Come to the meeting.** Links look [like this](https://example.org).[^note]

## Who does what

| When | What |
| --- | --- |
| Monday | A table has a row of headings, and a line of dashes below it. |

[^note]: And this is a footnote.
)";

}  // namespace

std::string new_interface(const Language& language) {
  const LocaleFacts facts = locale_facts(language);
  std::string file = fmt::format(
      "# The words that Handbill itself prints, in {} ({}). Write each between its quotation marks; the English is "
      "above\n"
      "# it. What stands in braces is filled in when a page is made and stays as it is. A message that is left empty "
      "is\n"
      "# printed in English.\n#\n# What Unicode's CLDR knows about the language:\n",
      facts.name, facts.own_name);
  file += facts_of(language, facts);
  file += fmt::format("locale: {}\ndigits: {}\ndates: {}\n\nmessages:\n", yaml::scalar(language.tag()), facts.digits,
                      yaml::scalar(language.tag()));
  for (const InterfaceKey& key : interface_keys())
    file += fmt::format("  # {} In English: {}\n  {}: \"\"\n", key.note, key.english, key.key);
  return file;
}

std::string new_page(std::string_view title) {
  return fmt::format(fmt::runtime(page_template), fmt::arg("title", yaml::double_quoted(title)));
}

}  // namespace handbill
