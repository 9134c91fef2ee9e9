// handbill.yaml.
#include "project/project.h"
#include "fuzz/fuzz.h"

void handbill::fuzz::targets::project(std::string_view input) {
  MemoryFiles files;
  files.files["handbill.yaml"] = std::string(input);
  const Project project = take(load_project({}, files));
  for (const Edition& edition : project.editions) promise(!edition.name.empty(), "an edition has no name");
}
