#ifndef RPC_TEST_NDR_NODES_H
#define RPC_TEST_NDR_NODES_H

#include <cstdint>

#include "wire.h"

namespace wire_test {

// What full pointers lead to, in cycles too.
struct list_node {
  std::int32_t value;
  list_node* next;
};

// A call with two [in, out] full pointers: plain ones, or std::shared_ptr.
template <class A, class B = A>
struct two_full {
  A a{};
  B b{};
  mutable rpc::ndr::object_table objects{};
};

}  // namespace wire_test

template <>
struct rpc::ndr::layout<wire_test::list_node> {
  using type = wire_test::list_node;
  using members = fields<field<"value", &type::value>, field<"next", &type::next, full<>>>;
};
template <class A, class B>
struct rpc::operation<wire_test::two_full<A, B>> {
  using call = wire_test::two_full<A, B>;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "two_full";
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in_out<"a", &call::a, ndr::full<>>,
                                     ndr::in_out<"b", &call::b, ndr::full<>>>;
};

#endif  // RPC_TEST_NDR_NODES_H
