// EPUBCheck: what the publishing world's validator says of an e-book.
#pragma once

#include <string>

#include "support/process.h"

namespace handbill::test {

bool has_epubcheck();

/// Runs it on one file. Distributions install a JAR under the program's name, which Linux runs only where it has been
/// told about JARs; so Java is asked directly.
Finished epubcheck(const std::string& path);

/// Whether it found nothing at all to say.
bool has_no_message(const Finished& checked);

}  // namespace handbill::test
