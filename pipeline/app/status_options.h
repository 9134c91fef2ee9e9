// What the command line says about a status.
#pragma once

#include "app/format.h"
#include "app/selection.h"

namespace handbill {

struct StatusOptions : Selection {
  Format format = Format::text;
};

}  // namespace handbill
