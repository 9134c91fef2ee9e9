# handbill_embed(TARGET FILE NAME)
#
# Compiles a text file into TARGET as `std::string_view handbill::embedded::NAME()`.
function(handbill_embed target file name)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(READ "${file}" text)
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" CONTENT [=[
#include <string_view>

namespace handbill::embedded {

std::string_view @name@() { return R"embedded(@text@)embedded"; }

}  // namespace handbill::embedded
]=] @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
endfunction()
