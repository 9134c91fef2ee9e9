# How everything is compiled.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Designated initialisers leave out what keeps its default, so that warning is off.
# No fused multiply-add: the same bytes on every processor.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                    -Wno-missing-field-initializers -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC's warnings from optimised control flow mistake the unused half of std::optional and std::variant for a fault
  # (GCC bugs 80635, 105651). The asan preset looks for the real ones.
  add_compile_options(-Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(HANDBILL_WERROR)
  add_compile_options(-Werror)
endif()
if(HANDBILL_SANITIZE)
  # Whoever waits for these builds waits for the compiler: hence little optimisation, and no more debug information than
  # names the lines in a report.
  add_compile_options(-O1 -gline-tables-only -fno-omit-frame-pointer -fsanitize=${HANDBILL_SANITIZE}
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HANDBILL_SANITIZE})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(HANDBILL_FAST_LINKER)
  find_program(HANDBILL_MOLD mold)
  if(HANDBILL_MOLD)
    add_link_options(-fuse-ld=mold)
  endif()
endif()
