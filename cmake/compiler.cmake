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
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(HANDBILL_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
