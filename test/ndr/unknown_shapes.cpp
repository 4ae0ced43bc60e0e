// RUN: %plain -fsyntax-only -ferror-limit=0 -Xclang -verify \
// RUN:   -Xclang -verify-ignore-unexpected=note %s
// RUN: not %gxx -fsyntax-only %s 2>&1 | FileCheck --check-prefix=GXX %s
#define RPC_HAS_STUBS
#include <rpc/rpc.h>

// A template over shapes does not compile for one that it does not know, instead of doing nothing.

namespace test {

struct unknown {};

struct call {
  int* value;
};

}  // namespace test

template <>
struct rpc::operation<test::call> {
  static constexpr const char* name = "f";
  static constexpr unsigned opnum = 0;
  using parameters = ndr::parameters<ndr::in_out<"value", &test::call::value, test::unknown>>;
};

namespace rpc::ndr {

using test::unknown;

// GXX: incomplete type {{.*}}rpc::ndr::expressions<test::unknown>
// expected-error@+1 {{undefined template 'rpc::ndr::expressions<test::unknown>'}}
constexpr bool d = expressions<unknown>::any;
// expected-error@*:* {{undefined template 'rpc::ndr::expressions<test::unknown>'}}
constexpr bool e = expressions<unique<fixed<2, unknown>>>::any;
// expected-error@*:* {{undefined template 'rpc::ndr::object_shape<test::unknown>'}}
constexpr const void* g = object_type<unknown, int>;
// expected-error@*:* {{undefined template 'rpc::ndr::element_of<test::unknown>'}}
constexpr bool j = context_handles<ref<unknown>, int*>::known;
// expected-error@*:* {{undefined template 'rpc::ndr::context_handles<test::unknown, int>'}}
constexpr bool k = context_handles<fixed<2, unknown>, int[2]>::known;
// expected-error@+1 {{undefined template 'rpc::ndr::codec<test::unknown, int>'}}
constexpr auto l = sizeof(codec<unknown, int>);
// expected-error@+1 {{undefined template 'rpc::ndr::described<test::unknown, int, void>'}}
constexpr auto m = sizeof(described<unknown, int, void>);

// A known shape of a type that does not have it.
// expected-error@+1 {{undefined template 'rpc::ndr::described<rpc::ndr::string, char, void>'}}
constexpr auto n = sizeof(described<string, char, void>);
// expected-error@*:* {{undefined template 'rpc::ndr::expressions<test::unknown>'}}
// expected-error@*:* {{'parameters_of<test::call>' must be initialized by a constant expression}}
constexpr auto o = sizeof(parameters_of<test::call>);

}  // namespace rpc::ndr

// The same of types.

namespace test {

struct undescribed {
  ~undescribed() {}
};

}  // namespace test

// expected-error@*:* 2 {{undefined template 'rpc::detail::parts<test::undescribed>'}}
// expected-error@*:* {{constexpr if condition is not a constant expression}}
// expected-error@*:* {{no matching function for call to 'deep'}}
void destroy(test::undescribed& value) { rpc::detail::dismantle(value); }
// expected-error@*:* {{undefined template 'rpc::ndr::revisited<test::undescribed>'}}
constexpr bool m = rpc::ndr::revisited<test::undescribed[2]>::value;
