#include "layout/flow_builder.h"

#include "support/catch.h"

using namespace handbill;

namespace {

FlowItem strip(Length height) {
  return {.height = height};
}

}  // namespace

TEST_CASE("Spaces asked for in a row collapse to the largest") {
  FlowBuilder builder;
  builder.add(strip(10_pt));
  builder.space(4_pt);
  builder.space(9_pt);
  builder.space(2_pt);
  builder.add(strip(10_pt));
  const Flow flow = builder.take();
  REQUIRE(flow.size() == 3);
  CHECK(flow[1].space);
  CHECK(flow[1].height == 9_pt);
}

TEST_CASE("There is no space before the first strip and none after the last") {
  FlowBuilder builder;
  builder.space(4_pt);
  builder.add(strip(10_pt));
  builder.space(4_pt);
  CHECK(builder.take().size() == 1);
}

TEST_CASE("Keeping binds the next strip and no other") {
  FlowBuilder builder;
  builder.add(strip(10_pt));
  builder.keep(BreakBefore::avoid);
  builder.keep(BreakBefore::forbidden);
  builder.add(strip(10_pt));
  builder.add(strip(10_pt));
  const Flow flow = builder.take();
  CHECK(flow[1].break_before == BreakBefore::forbidden);
  CHECK(flow[2].break_before == BreakBefore::free);
}

TEST_CASE("A marker stands on the baseline of the first line that follows, before it in reading order") {
  FlowBuilder builder;
  FlowItem number;
  number.marks.push_back(LineMark{.start = 1_pt, .baseline = 3_pt});
  builder.marker(std::make_shared<FlowPart>(Flow{number}));
  FlowItem line = strip(12_pt);
  line.marks.push_back(LineMark{.start = 20_pt, .baseline = 9_pt});
  builder.add(line);
  const Flow flow = builder.take();
  REQUIRE(flow[0].marks.size() == 2);
  CHECK(std::get<LineMark>(flow[0].marks[0]).start == 1_pt);
  CHECK(std::get<LineMark>(flow[0].marks[0]).baseline == 9_pt);
}

TEST_CASE("A band lies behind its strips and the spaces between them, not the spaces round them") {
  FlowBuilder builder;
  builder.add(strip(10_pt));
  builder.space(5_pt);
  builder.push_band({.id = 7, .width = 3_pt});
  builder.add(strip(10_pt));
  builder.space(5_pt);
  builder.add(strip(10_pt));
  builder.pop_band();
  builder.space(5_pt);
  builder.add(strip(10_pt));
  std::string banded;
  for (const FlowItem& item : builder.take()) banded += item.extras->bands.empty() ? '-' : 'b';
  CHECK(banded == "--bbb--");
}

TEST_CASE("A band inside a band is drawn over it") {
  FlowBuilder builder;
  builder.push_band({.id = 1});
  builder.push_band({.id = 2});
  builder.add(strip(10_pt));
  builder.pop_band();
  builder.pop_band();
  const Flow flow = builder.take();
  REQUIRE(flow[0].extras->bands.size() == 2);
  CHECK(flow[0].extras->bands[0].id == 1);
  CHECK(flow[0].extras->bands[1].id == 2);
}
