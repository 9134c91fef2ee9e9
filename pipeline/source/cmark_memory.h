// What cmark may use of the machine's memory for one text.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>

namespace handbill::cmark {

/// Lets `work` call cmark with an allocator that gives out no more than `bytes`. Returns false when that was too
/// little: `work` was then left in the middle, all that it had allocated is freed, and no destructor was run: it must
/// hold nothing that has one. What it allocated otherwise may be freed at any time later, by this thread. Throws
/// std::bad_alloc when the machine has not even that much.
bool with_ration(std::size_t bytes, void (*work)(cmark_mem* memory, void* argument), void* argument);

}  // namespace handbill::cmark
