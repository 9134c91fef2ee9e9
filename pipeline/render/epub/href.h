// Addresses as XML publications may hold them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbill::epub {

/// An absolute address with its host in ASCII and every character percent-encoded that RFC 3986 does not allow; nothing
/// for a relative one, which would point into the publication itself.
std::optional<std::string> external_href(std::string_view address);

}  // namespace handbill::epub
