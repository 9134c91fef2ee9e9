// Golden files: what a stage's dump looked like when a person last agreed with it.
#pragma once

#include <string>

namespace handbill::test {

/// Compares `actual` with `folder`/golden/`name` and fails the running test with the first lines that differ. With
/// HANDBILL_UPDATE_GOLDEN set in the environment (./test --update) the file is written instead.
void expect_golden(const std::string& folder, const std::string& name, const std::string& actual);

}  // namespace handbill::test

/// In a stage's own tests: the golden files beside them.
#define EXPECT_GOLDEN(name, actual) ::handbill::test::expect_golden(HANDBILL_TEST_FOLDER, name, actual)
