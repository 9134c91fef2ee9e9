// What the command line says about a check.
#pragma once

#include "app/options/format.h"
#include "project/selection.h"

namespace handbill {

struct CheckOptions : Selection {
  Format format = Format::text;
};

}  // namespace handbill
