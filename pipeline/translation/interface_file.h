// locales/<locale>/interface.yaml as it was read.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/diagnostic.h"
#include "core/language.h"
#include "translation/interface.h"

namespace handbill {

struct InterfaceFile {
  std::string digits;  ///< a decimal CLDR numbering system; empty: the locale's own
  std::optional<Language> dates;
  std::optional<WordsTogether> together;
  std::map<std::string, std::string> messages;  ///< by key; every one of them formats
};

/// Reads an interface file for `language`; diagnostics as Interface::parse() says.
Result<InterfaceFile> read_interface_file(std::string bytes, const Place& file, const Language& language);

}  // namespace handbill
