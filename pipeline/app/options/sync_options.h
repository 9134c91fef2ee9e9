// What the command line says about a sync.
#pragma once

#include "app/options/format.h"
#include "project/selection.h"

namespace handbill {

struct SyncOptions : Selection {
  bool check = false;  ///< write nothing, and end with status 1 when something would be written
  Format format = Format::text;
};

}  // namespace handbill
