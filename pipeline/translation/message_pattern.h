// ICU MessageFormat texts, looked at before they are trusted.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/diagnostic.h"
#include "core/language.h"
#include "translation/interface.h"

namespace handbill {

/// What stands at `place` in a file as the message for `key`.
struct MessageText {
  const InterfaceKey& key;
  std::string_view text;
  Place place;
};

/// Everything that is wrong with a message; without errors among it, the message formats to something whatever its
/// arguments are. Codes: `message`, `bidi-control`, `control-character`.
Diagnostics check_message(const MessageText& message);

/// The arguments that a valid message does more with than quote them: it counts, selects or formats by them.
std::set<std::string> formatted_arguments(std::string_view text);

}  // namespace handbill
