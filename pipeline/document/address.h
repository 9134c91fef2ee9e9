// Addresses as people read them.
#pragma once

#include <string_view>

namespace handbill {

/// What a reader is shown of an address: all of it, save for "mailto:" and "tel:", which are for machines. Nothing for
/// an address inside the document ("#id").
std::string_view shown_address(std::string_view address);

/// Whether `text` already says where `address` leads, so that printing the address beside it would say it twice: the
/// two are the same but for scheme, "www.", a last slash, and the spaces and hyphens of a telephone number. Such a text
/// is an address itself and reads from left to right in any language.
bool says_address(std::string_view text, std::string_view address);

}  // namespace handbill
