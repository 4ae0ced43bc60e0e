// RUN: %plain -fsyntax-only -ferror-limit=0 -Xclang -verify \
// RUN:   -Xclang -verify-ignore-unexpected=note %s
// RUN: not %gxx -fsyntax-only %s 2>&1 | FileCheck --check-prefix=GXX %s
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

// GXX: incomplete type {{.*}}rpc::ndr::array_size<test::unknown>
// expected-error@+1 {{undefined template 'rpc::ndr::array_size<test::unknown>'}}
constexpr bool a = array_size<unknown>::known;
// expected-error@*:* {{undefined template 'rpc::ndr::array_size<test::unknown>'}}
constexpr bool b = array_size<bounded<0, 1, unknown>>::known;
// expected-error@+1 {{undefined template 'rpc::ndr::null_array<test::unknown>'}}
constexpr auto c = sizeof(null_array<unknown>);
// expected-error@+1 {{undefined template 'rpc::ndr::expressions<test::unknown>'}}
constexpr bool d = expressions<unknown>::any;
// expected-error@*:* {{undefined template 'rpc::ndr::expressions<test::unknown>'}}
constexpr bool e = expressions<unique<fixed<2, unknown>>>::any;
// expected-error@+1 {{undefined template 'rpc::ndr::extent<test::unknown>'}}
constexpr auto f = sizeof(extent<unknown>);
// expected-error@*:* {{undefined template 'rpc::ndr::object_shape<test::unknown>'}}
constexpr const void* g = object_type<unknown, int>;
// expected-error@+1 {{undefined template 'rpc::ndr::lost<test::unknown>'}}
constexpr auto h = sizeof(lost<unknown>);
// expected-error@+1 {{undefined template 'rpc::ndr::counts_ahead<rpc::ndr::fixed<3>>'}}
constexpr auto i = counts_ahead<fixed<3>>::value;
// expected-error@*:* {{undefined template 'rpc::ndr::extent<test::unknown>'}}
constexpr bool j = context_handles<ref<unknown>, int*>::known;
// expected-error@*:* {{undefined template 'rpc::ndr::context_handles<test::unknown, int>'}}
constexpr bool k = context_handles<fixed<2, unknown>, int[2]>::known;
// expected-error@+1 {{undefined template 'rpc::ndr::codec<test::unknown, int>'}}
constexpr auto l = sizeof(codec<unknown, int>);
// expected-error@+1 {{undefined template 'rpc::ndr::described<test::unknown, int, void>'}}
constexpr auto m = sizeof(described<unknown, int, void>);

void prepare(preparer& p, int& value, int*& pointer, char& character, const test::call& self) {
  // expected-error@*:* {{undefined template 'rpc::ndr::preparer::object<test::unknown, int>'}}
  p.prepare<unknown>(value, self);
  // expected-error@*:* {{undefined template 'rpc::ndr::preparer::object<test::unknown, int *>'}}
  p.prepare<unknown>(pointer, self);
  // A known shape of a type that does not have it.
  // expected-error@*:* {{undefined template 'rpc::ndr::preparer::object<rpc::ndr::string, char>'}}
  p.prepare<string>(character, self);
}

// expected-error@*:* 2 {{rpc::ndr::granted_sizes<test::call>::sized<test::unknown, int *>'}}
void grant(const test::call& self) { granted_sizes<test::call> granted(self); }

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
