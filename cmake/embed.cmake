# Generated code is a translation unit of its own: its files have the same names without linkage.
function(handbill_add_generated target code)
  set_source_files_properties("${code}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE "${code}")
endfunction()

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
  handbill_add_generated(${target} "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
endfunction()

# handbill_embed_yaml(TARGET NAME FILE...)
#
# Compiles YAML files into TARGET, their text and what it says, as `std::vector<yaml::KnownText>
# handbill::embedded::NAME()` (core/yaml_packed.h), so that they need not be read as YAML when the program starts.
function(handbill_embed_yaml target name)
  if(NOT TARGET embed_yaml)
    add_executable(embed_yaml "${CMAKE_SOURCE_DIR}/cmake/embed_yaml.cpp")
    target_link_libraries(embed_yaml PRIVATE handbill_core)
  endif()
  set(code "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  add_custom_command(OUTPUT "${code}" COMMAND embed_yaml ${name} "${code}" ${ARGN} DEPENDS embed_yaml ${ARGN} VERBATIM)
  handbill_add_generated(${target} "${code}")
endfunction()

# handbill_embed_patterns(TARGET FOLDER)
#
# Compiles the hyphenation patterns that are in FOLDER into TARGET, their text and what libhyphen makes of it, as
# `std::vector<KnownPatterns> handbill::embedded::patterns()` (text/pattern_pack.h). Very large files are left to be
# read when they are needed.
function(handbill_embed_patterns target folder)
  file(GLOB found CONFIGURE_DEPENDS "${folder}/hyph_*.dic")
  set(files)
  foreach(file IN LISTS found)
    file(REAL_PATH "${file}" file)
    file(SIZE "${file}" size)
    if(size LESS 262144)
      list(APPEND files "${file}")
    endif()
  endforeach()
  list(REMOVE_DUPLICATES files)
  add_executable(embed_patterns "${CMAKE_SOURCE_DIR}/cmake/embed_patterns.cpp"
    "${CMAKE_SOURCE_DIR}/pipeline/text/pattern_pack.cpp")
  target_link_libraries(embed_patterns PRIVATE handbill_core hyphen::hyphen)
  set(code "${CMAKE_CURRENT_BINARY_DIR}/patterns.cpp")
  add_custom_command(OUTPUT "${code}" COMMAND embed_patterns "${code}" ${files} DEPENDS embed_patterns ${files} VERBATIM)
  handbill_add_generated(${target} "${code}")
endfunction()
