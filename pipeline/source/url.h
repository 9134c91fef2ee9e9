// Addresses, as far as RFC 3986 is needed to find where a link on a page leads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbill::url {

/// An address in its five parts; what is absent is different from what is empty.
struct Parts {
  std::optional<std::string_view> scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
  std::optional<std::string_view> fragment;
};

Parts split(std::string_view address);

/// The scheme in lower case; empty for a relative address.
std::string scheme_of(std::string_view address);

/// The address that `reference` has on a page at `base` (RFC 3986, section 5.2). `base` is absolute.
std::string join(std::string_view base, std::string_view reference);

/// What a browser makes of an address before it reads it: white space and control characters at the ends and line
/// breaks and tabs anywhere are gone. "java<newline>script:" is read as "javascript:".
std::string cleaned(std::string_view address);

/// Spaces and the other characters that no address may have, as %XX. What is beyond ASCII stays.
std::string encoded(std::string_view address);

/// %XX as the bytes they stand for.
std::string decoded(std::string_view text);

}  // namespace handbill::url
