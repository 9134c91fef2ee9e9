// What was found, for people and for tools.
#pragma once

#include <string>

#include "app/options/format.h"
#include "core/diagnostic.h"

namespace handbill {

/// What `check` prints on standard output.
///   text    one line that counts; the problems themselves go to standard error
///   json    {"problems": [{"file", "line", "column", "severity", "code", "message", "hints": […]}, …],
///            "errors": 1, "warnings": 2}; line and column count from 1, column in code points, and are absent for a
///            file as a whole, as "file" is for what belongs to none
///   github  a workflow command a problem: ::error file=a.yaml,line=3,col=5,title=code::message
std::string write_report(const Diagnostics& found, Format format);

}  // namespace handbill
