// The proof: everything made, and one page that shows it.
#pragma once

#include "app/build.h"
#include "app/options/proof_options.h"
#include "project/surroundings.h"

namespace handbill {

/// Makes what build() makes, and proof.html in the output folder, which is the last of BuildReport::made.
BuildReport make_proof(const ProofOptions& options, const Surroundings& around);

}  // namespace handbill
