// locales/<locale>/interface.yaml as it was read.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/diagnostic.h"
#include "core/language.h"
#include "translation/interface.h"

namespace handbill {

struct InterfaceFile {
  std::string digits;  ///< a decimal CLDR numbering system; empty: the locale's own
  std::optional<Language> dates;
  std::optional<WordsTogether> together;
  std::string quotes;                           ///< the quotation marks in use beside CLDR's, run together
  std::map<std::string, std::string> messages;  ///< by key; every one of them formats
  std::map<std::string, Place> places;          ///< of all messages that are written, good or not
  std::set<std::string> faulty;                 ///< the keys whose message is wrong
};

/// Reads an interface file for `language`; diagnostics as Interface::parse() says.
Result<InterfaceFile> read_interface_file(std::string bytes, const Place& file, const Language& language);

}  // namespace handbill
