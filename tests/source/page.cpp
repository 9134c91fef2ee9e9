#include "source/page.h"

#include "document/dump.h"

namespace handbill::test {

Result<Document> parse_page(const std::string& text) {
  return parse_document({"page", text, Place::in_file("page.md"), *Language::parse("en")});
}

std::string told(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += to_string(diagnostic);
  return out;
}

std::string transcript(const std::vector<std::pair<std::string, std::string>>& pages) {
  std::string out;
  for (const auto& [name, text] : pages) {
    const auto parsed = parse_page(text);
    std::string dumped = dump(parsed.value, true);
    dumped.erase(0, dumped.find('\n') + 1);
    out += "==== " + name + "\n" + text + (text.ends_with('\n') ? "" : "\n") + "----\n" + dumped +
           (parsed.diagnostics.empty() ? "" : "----\n" + told(parsed.diagnostics)) + "\n";
  }
  return out;
}

}  // namespace handbill::test
