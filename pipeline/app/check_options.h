// What the command line says about a check.
#pragma once

#include "app/format.h"
#include "app/selection.h"

namespace handbill {

struct CheckOptions : Selection {
  Format format = Format::text;
};

}  // namespace handbill
