# handbill_precompile(NAME [HEADERS header...] [LIBRARIES target...])
# handbill_precompiled(TARGET NAME)
#
# The first has headers of other people's compiled once, the second has TARGET use what came of it. Nothing happens
# unless HANDBILL_PRECOMPILE names them: a file that only compiles because of a header that it does not include must be
# noticed, of tests by the dev preset and of stages by that and release.
function(handbill_precompile name)
  if(NOT name IN_LIST HANDBILL_PRECOMPILE)
    return()
  endif()
  cmake_parse_arguments(precompile "" "" "HEADERS;LIBRARIES" ${ARGN})
  set(target handbill_precompiled_${name})
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/${target}.cpp" CONTENT "")
  add_library(${target} OBJECT "${CMAKE_BINARY_DIR}/${target}.cpp")
  target_link_libraries(${target} PRIVATE fmt::fmt ICU::icu ${precompile_LIBRARIES})
  target_precompile_headers(${target} PRIVATE ${handbill_common_headers} ${precompile_HEADERS})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Templates that the headers use are made once, too.
    target_compile_options(${target} PRIVATE -fpch-instantiate-templates)
  endif()
endfunction()

function(handbill_precompiled target name)
  if(name IN_LIST HANDBILL_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM handbill_precompiled_${name})
  endif()
endfunction()

set(handbill_common_headers
  <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <mutex> <optional>
  <set> <span> <sstream> <string> <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h>
  <unicode/uchar.h> <unicode/unistr.h>)
