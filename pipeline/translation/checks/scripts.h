#pragma once

#include <unicode/uscript.h>

#include <vector>

#include "translation/checks/checked_text.h"

namespace handbill {

/// The scripts that a language is written in: Japanese has three.
std::vector<UScriptCode> scripts_of(const Language& language);

void check_scripts(const CheckedText& text, const std::vector<UScriptCode>& own, Diagnostics& found);

}  // namespace handbill
