// RUN: rm -rf %t && %clang -x c++-header -fsyntax-only -fplugin-arg-rpcgen-out=%t %s
// RUN: FileCheck %s < %t/unions.rpc.h
#include <rpc/rpc.h>

#include <cstdint>

enum class kind { none, number, text };
constexpr int more = 7;

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] unions {

union [[rpc::switch_type(kind)]] by_enum {
  [[rpc::case(kind::number)]] std::int32_t number;
  [[rpc::case(kind::text, kind::none)]] char letter;
};

union [[rpc::switch_type(std::uint16_t), rpc::ms_union]] by_integer {
  [[rpc::case(1, more, 'a', -(2 - 3) + 1)]] std::int32_t number;
  [[rpc::case(0)]] rpc::none nothing;
  [[rpc::default]] rpc::none otherwise;
};

struct holder {
  std::uint16_t level;
  [[rpc::switch_is(level & 0xFF)]] by_integer u;
};

struct [[rpc::union_switch(level)]] encapsulated {
  kind level;
  union [[rpc::empty_case(kind::none, kind::text)]] {
    [[rpc::case(kind::number)]] std::int32_t number;
  } u;
};

void f(kind k, [[rpc::switch_is(k)]] by_enum u, const holder &h, const encapsulated &e);
} // namespace unions

[[rpc::stubs]];

// CHECK-LABEL: layout<::unions::by_enum>
// CHECK: using tag = ::kind;
// CHECK: arm<cases<1>, "number", &type::number>
// CHECK: arm<cases<2, 0>, "letter", &type::letter>
// CHECK-LABEL: layout<::unions::by_integer>
// CHECK: using tag = ::std::uint16_t;
// CHECK: ms_union = true
// CHECK: arm<cases<1, 7, 97, 2>, "number", &type::number>
// CHECK: empty_arm<cases<0>>
// CHECK: empty_default
// CHECK-LABEL: layout<::unions::holder>
// CHECK: checked(self.level) & 255
// CHECK-LABEL: layout<decltype(::unions::encapsulated::u)>
// CHECK: using tag = ::kind;
// CHECK: arm<cases<1>, "number", &type::number>
// CHECK: empty_arm<cases<0, 2>>
// CHECK-LABEL: layout<::unions::encapsulated>
// CHECK: encapsulated = true
// CHECK: field<"level", &type::level>
// CHECK: field<"u", &type::u, switched<&u_tag>>
