// YAML trees as bytes: what comes with the program is read when the program is built, not each time it starts.
//
// cmake/embed.cmake packs a file into the program; a file that people may change is packed together with its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/yaml.h"

namespace handbill::yaml {

/// A tree with its places, but for the file's name. The same bytes on every machine.
std::string pack(const Node& root);

/// The tree that pack() was given. `packed` comes with the program: bytes that pack() did not write are its own bug.
Node unpack(std::string_view packed, const Place& file);

/// A file as it comes with the program.
struct KnownText {
  std::string_view text;
  std::string_view packed;  ///< its tree, its places counted from line 1 and column 1
};

/// As parse() from the start of `file`; a text that is one of `known`, byte for byte, is unpacked and not read again.
Result<std::optional<Node>> parse(std::string_view text, const Place& file, const std::vector<KnownText>& known);

}  // namespace handbill::yaml
