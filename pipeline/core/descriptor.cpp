#include "core/descriptor.h"

#include <cerrno>

namespace handbill {

Descriptor::~Descriptor() {
  const int error = errno;
  if (value_ >= 0) ::close(value_);
  errno = error;
}

}  // namespace handbill
