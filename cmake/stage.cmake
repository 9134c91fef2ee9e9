# handbill_stage(NAME [USES stage...] [LIBRARIES target...])
#
# Makes the library handbill_NAME from the .cpp files of the folder it is called in. USES names the stages whose
# headers it may include; nothing else is on its link line, so a stage that reaches back does not link. main.cpp is left
# out: it makes a program, and tests link the library.
# With HANDBILL_UNITY, a stage is compiled in a few translation units instead of one a file: every header that it
# includes is read once for many files. Names without linkage must then be different in a whole stage.
set(handbill_unity_files 24)
function(handbill_unite target)
  if(HANDBILL_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${handbill_unity_files})
  endif()
endfunction()

function(handbill_stage name)
  cmake_parse_arguments(stage "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  set(target handbill_${name})
  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} "${CMAKE_SOURCE_DIR}/pipeline")
  list(TRANSFORM stage_USES PREPEND handbill_)
  target_link_libraries(${target} ${scope} ${stage_USES} ${stage_LIBRARIES})
  if(sources)
    handbill_unite(${target})
    handbill_precompiled(${target} stages)
  endif()
endfunction()

# handbill_stage_tests(NAME [USES stage...] [LIBRARIES target...] [BUSY])
#
# Makes the test program test_NAME from the .cpp files of the folder it is called in. Its tests are labelled NAME. BUSY
# ones compute so much themselves that they are to be optimised under a sanitizer, too.
function(handbill_stage_tests name)
  cmake_parse_arguments(tests "BUSY" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  list(TRANSFORM tests_USES PREPEND handbill_)
  target_link_libraries(test_${name} PRIVATE handbill_test_support ${tests_USES} ${tests_LIBRARIES})
  target_compile_definitions(test_${name} PRIVATE
    HANDBILL_TEST_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}" HANDBILL_ROOT="${CMAKE_SOURCE_DIR}")
  if(HANDBILL_SANITIZE AND tests_BUSY)
    target_compile_options(test_${name} PRIVATE SHELL:-O1)  # once more, after the -O0
  else()
    handbill_precompiled(test_${name} tests)
  endif()
  if(HANDBILL_SANITIZE)
    handbill_test_files(${name} ${sources})
  else()
    catch_discover_tests(test_${name} TEST_PREFIX "${name}/" WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
      PROPERTIES LABELS "${name}")
  endif()
endfunction()

# One test for each file of tests: a process that is watched takes longer to start than most of its tests.
function(handbill_test_files name)
  list(FILTER ARGN INCLUDE REGEX "_test\\.cpp$")
  foreach(source IN LISTS ARGN)
    get_filename_component(file "${source}" NAME_WE)
    add_test(NAME "${name}/${file}" COMMAND test_${name} --filenames-as-tags --warn NoTests "[#${file}]"
      WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties("${name}/${file}" PROPERTIES LABELS "${name}" TIMEOUT 900)
    if(name STREQUAL end_to_end) # what takes longest, begins first
      set_tests_properties("${name}/${file}" PROPERTIES COST 1)
    endif()
  endforeach()
endfunction()
