// fonts.yaml.
#include "fuzz/fuzz.h"

void handbill::fuzz::targets::font_list(std::string_view input) {
  MemoryFiles files;
  files.files["fonts/fonts.yaml"] = std::string(input);
  for (const char* name : {"a.ttf", "b.ttf", "NotoSans-Regular.ttf"}) files.files[std::string("fonts/") + name] = "";
  const FontLibraryPtr library = take(FontLibrary::load("fonts", files));
  if (library == nullptr) return;
  for (const std::string& role : library->roles()) promise(!role.empty(), "a role has no name");
}
