// What an edition says about texts that are not translated.
#pragma once

#include "core/diagnostic.h"
#include "core/yaml.h"
#include "translation/policy.h"

namespace handbill {

/// Reads `untranslated`, `stale`, `minimum` and `note` of an edition over `policy`. Diagnostics: `unknown-value`.
void read_policy(yaml::MappingReader& reader, TranslationPolicy& policy, Diagnostics& diagnostics);

}  // namespace handbill
