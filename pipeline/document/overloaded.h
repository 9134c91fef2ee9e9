// Visiting a variant with one lambda per kind: a new kind does not compile until every visit has thought of it.
#pragma once

namespace handbill {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace handbill
