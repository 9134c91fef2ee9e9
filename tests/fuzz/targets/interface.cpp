// The program's words in a language.
#include "translation/interface.h"
#include "fuzz/fuzz.h"

void handbill::fuzz::targets::interface(std::string_view input) {
  const Language arabic = language("ar");
  const Interface words =
      take(Interface::parse(std::string(input), place("interface.yaml"), arabic, Interface::fallback(arabic)));
  for (const InterfaceKey& key : interface_keys()) {
    MessageArguments arguments;
    for (const InterfaceArgument& argument : key.arguments) {
      if (argument.kind == InterfaceArgument::Kind::number) arguments[std::string(argument.name)] = std::int64_t{12};
      if (argument.kind == InterfaceArgument::Kind::text) arguments[std::string(argument.name)] = std::string("text");
    }
    promise(!words.message(key.key, arguments).empty(), "a message is empty");
  }
  (void)words.number(2026);
  (void)words.date("2026-11-24");
}
