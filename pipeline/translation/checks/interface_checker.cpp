#include "translation/checks/interface_checker.h"

#include <fmt/format.h>

#include <utility>

#include "translation/checks/plural_forms.h"
#include "translation/interface.h"
#include "translation/interface_file.h"

namespace handbill {
namespace {

Diagnostic missing_message(const InterfaceKey& key, const InterfaceFile& file, const InterfaceCheck& input) {
  const auto written = file.places.find(std::string(key.key));
  return {Severity::warning,
          written == file.places.end() ? input.file : written->second,
          "missing-message",
          fmt::format("the message \"{}\" is not translated into \"{}\"", key.key, input.language.tag()),
          {fmt::format("in English it is \"{}\"", key.english)}};
}

}  // namespace

Diagnostics check_interface(InterfaceCheck input) {
  Diagnostics found;
  const auto file = take(read_interface_file(std::move(input.bytes), input.file, input.language), found);
  // A file that cannot be read, or is for another language, is one problem and not forty.
  const bool read = !file.places.empty() || !has_errors(found);
  for (const InterfaceKey& key : interface_keys()) {
    const auto message = file.messages.find(std::string(key.key));
    if (message != file.messages.end()) {
      append(found, check_plural_forms({key.key, message->second, file.places.at(message->first), input.language}));
      continue;
    }
    // One with an error has been reported, one that is written and empty is missing.
    const auto written = file.places.find(std::string(key.key));
    const bool wrong = written != file.places.end() && file.faulty.count(written->first) > 0;
    if (read && input.complete && !wrong) found.push_back(missing_message(key, file, input));
  }
  return found;
}

}  // namespace handbill
