// What the command line says about a status.
#pragma once

#include "app/options/format.h"
#include "project/selection.h"

namespace handbill {

struct StatusOptions : Selection {
  Format format = Format::text;
};

}  // namespace handbill
