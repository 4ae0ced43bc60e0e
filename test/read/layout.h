// Where fields do not lie where natural alignment puts them, they are never copied as a block.
// RUN: rm -rf %t && %clang -x c++-header -fsyntax-only -fplugin-arg-rpcgen-out=%t %s
// RUN: FileCheck %s < %t/layout.rpc.h
#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] layouts {

struct natural {
  std::uint8_t a;
  std::uint32_t b;
  std::uint16_t c;
};
struct holds_natural {
  std::uint8_t a;
  natural b;
  std::uint64_t c;
};
#pragma pack(push, 1)
struct packed_by_pragma {
  std::uint8_t a;
  std::uint32_t b;
};
#pragma pack(pop)
struct __attribute__((packed)) packed_end {
  std::uint32_t a;
  std::uint8_t b;
};
struct aligned_field {
  std::uint8_t a;
  alignas(8) std::uint32_t b;
};
struct alignas(16) aligned_end {
  std::uint64_t a;
};
struct packed_but_natural {
  std::uint8_t a, b;
} __attribute__((packed));

void f(const holds_natural &a, const packed_by_pragma &b, const packed_end &c, const aligned_field &d,
       const aligned_end &e, const packed_but_natural &g);
} // namespace layouts

[[rpc::stubs]];

// CHECK-LABEL: struct layout<::layouts::natural> {
// CHECK-NOT: natural_layout
// CHECK-LABEL: struct layout<::layouts::holds_natural> {
// CHECK-NOT: natural_layout
// CHECK-LABEL: struct layout<::layouts::packed_by_pragma> {
// CHECK: static constexpr bool natural_layout = false;
// CHECK-LABEL: struct layout<::layouts::packed_end> {
// CHECK: static constexpr bool natural_layout = false;
// CHECK-LABEL: struct layout<::layouts::aligned_field> {
// CHECK: static constexpr bool natural_layout = false;
// CHECK-LABEL: struct layout<::layouts::aligned_end> {
// CHECK: static constexpr bool natural_layout = false;
// CHECK-LABEL: struct layout<::layouts::packed_but_natural> {
// CHECK-NOT: natural_layout
// CHECK: namespace layouts
