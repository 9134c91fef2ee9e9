#include "app/watch.h"

#include <fstream>

#include "app/watched_files.h"
#include "manifest/observed_files.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
using handbill::test::TemporaryFolder;

namespace fs = std::filesystem;

TEST_CASE("files that were looked at are known to have changed, once") {
  const TemporaryFolder folder;
  const fs::path there = folder / "there.md";
  std::ofstream(there) << "one";
  const ObservedFiles disk;
  CHECK(disk.read(there, 100).bytes == "one");
  CHECK_FALSE(disk.exists(folder / "later.yaml"));
  CHECK(disk.names_in(folder.path()).size() == 1);
  WatchedFiles files;
  files.watch(disk.all());
  CHECK(files.take_changed().empty());
  std::ofstream(there) << "another";
  CHECK(files.take_changed() == std::vector<fs::path>{there});
  CHECK(files.take_changed().empty());
  std::ofstream(folder / "later.yaml") << "x";
  CHECK(files.take_changed() == std::vector<fs::path>{folder.path(), folder / "later.yaml"});
  fs::remove(there);
  CHECK(files.take_changed().size() == 2);
}

TEST_CASE("a change builds the documents it belongs to, and everything when it belongs to none") {
  using Words = std::vector<std::string>;
  const BuildOptions all;
  CHECK(touched_by({"content/page.md"}, all).documents == Words{"page"});
  CHECK(touched_by({"content/page.ar.md", "locales/nl/other.yaml"}, all).documents == Words{"other", "page"});
  CHECK(touched_by({"content/page.md", "handbill.yaml"}, all).documents.empty());
  CHECK(touched_by({"locales/nl/interface.yaml"}, all).documents.empty());
  CHECK(touched_by({"content/themes/office.yaml"}, all).documents.empty());
  BuildOptions named;
  named.documents = {"letter"};
  CHECK(touched_by({"content/page.md"}, named).documents == Words{"letter"});
}
