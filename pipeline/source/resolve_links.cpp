#include <algorithm>
#include <set>
#include <utility>

#include "core/limits.h"
#include "document/walk.h"
#include "source/resolve.h"
#include "source/url.h"

namespace handbill {
namespace {

class LinkResolver {
 public:
  LinkResolver(const Document& document, const std::string& site, Diagnostics& diagnostics)
      : base_(site), diagnostics_(diagnostics) {
    if (!base_.empty() && url::scheme_of(base_).empty()) base_ = "https://" + base_;
    if (!base_.empty() && !base_.ends_with('/')) base_ += '/';
    for_each_block(document, [&](const Block& block) {
      if (const auto* heading = std::get_if<Heading>(&block.node)) ids_.push_back(heading->id);
    });
    known_ids_.insert(ids_.begin(), ids_.end());
  }

  std::string resolve(const std::string& written, const Place& place) {
    const std::string address = url::cleaned(written);
    if (address.empty()) {
      report(Severity::warning, place, "link-empty", "this link has no address", "give it one, or take the link out");
      return "";
    }
    if (address.starts_with('#')) return anchor(address, place);
    const std::string scheme = url::scheme_of(address);
    if (scheme == "http" || scheme == "https") return url::encoded(address);
    if (scheme == "mailto" || scheme == "tel") return address;
    if (!scheme.empty()) {
      report(Severity::error, place, "link-scheme",
             "a link may not lead to \"" + scheme + ":\", as \"" + shortened(address) + "\" does",
             "use an address that starts with https:, mailto: or tel:");
      return "";
    }
    return relative(address, place);
  }

 private:
  std::string anchor(const std::string& address, const Place& place) {
    const std::string id = url::decoded(address.substr(1));
    if (known_ids_.contains(id)) return "#" + id;
    const std::string near = diagnostics_.size() < limits::guesses ? nearest(id, ids_) : "";
    report(Severity::warning, place, "unknown-anchor", "no heading of this page has the id \"" + id + "\"",
           near.empty() ? "link to a heading's id: its words in lower case, with hyphens"
                        : "did you mean \"#" + near + "\"?");
    return address;
  }

  std::string relative(const std::string& address, const Place& place) {
    if (!base_.empty()) return url::encoded(url::join(base_, address));
    report(Severity::warning, place, "no-site",
           "\"" + shortened(address) + "\" is an address within a site, and no site is known",
           "set \"site:\" in handbill.yaml, or write the whole address");
    return address;
  }

  static std::string shortened(const std::string& address) {
    constexpr std::size_t longest = 80;
    if (address.size() <= longest) return address;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(address[end]) & 0xc0u) == 0x80u) --end;
    return address.substr(0, end) + "…";
  }

  void report(Severity severity, const Place& place, std::string code, std::string message, std::string hint) {
    diagnostics_.push_back({severity, place, std::move(code), std::move(message), {std::move(hint)}});
  }

  std::string base_;
  Diagnostics& diagnostics_;
  std::vector<std::string> ids_;
  std::set<std::string> known_ids_;
};

}  // namespace

Result<Document> resolve_links(Document document, const std::string& site) {
  Result<Document> result;
  result.value = std::move(document);
  LinkResolver resolver(result.value, site, result.diagnostics);
  for_each_passage(result.value, [&](Passage& passage) {
    for_each_inline(passage.inlines, [&](Inline& item) {
      if (auto* link = std::get_if<Link>(&item.node)) link->address = resolver.resolve(link->address, item.place);
    });
  });
  for_each_block(result.value, [&](Block& block) {
    if (auto* call = std::get_if<CallToAction>(&block.node))
      call->address = resolver.resolve(call->address, block.place);
  });
  std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return result;
}

}  // namespace handbill
