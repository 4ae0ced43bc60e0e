// RUN: rm -rf %t && %clang -x c++-header -fsyntax-only -fplugin-arg-rpcgen-out=%t %s
// RUN: FileCheck %s < %t/serialized.rpc.h
// RUN: %clang -x c++ -DALONE -fsyntax-only -fplugin-arg-rpcgen-out=%t/alone %s
// RUN: FileCheck %s --check-prefix=ALONE < %t/alone/serialized.rpc.h
#include <rpc/rpc.h>

#include <cstdint>

// CHECK-NOT: layout<::unmarked>
struct unmarked { std::int32_t n; };
struct [[rpc::encode]] outside { std::int32_t n; struct [[rpc::decode]] within { std::int32_t n; } *w; };
struct pointee { std::int32_t n; };
using pointer [[rpc::encode]] = pointee *;
template <class T> struct pair { T a, b; };
using pairs [[rpc::encode]] = pair<std::int32_t>;

#ifndef ALONE
// CHECK-LABEL: Interface all
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0), rpc::encode]] all {
struct record;
enum colour { red };
typedef struct { record *next; } record_list;
struct record { std::int32_t n; };
enum { constant = 1 };
struct never_defined;
} // namespace all
#endif

[[rpc::stubs]];

// CHECK-DAG: layout<::outside>
// CHECK-DAG: layout<::outside::within>
// CHECK-DAG: layout<::pointee>
// CHECK-DAG: layout<::pair<int>>
// CHECK-DAG: layout<::all::colour>
// CHECK-DAG: layout<::all::record_list>
// CHECK-DAG: layout<::all::record>

// ALONE: #pragma once
// ALONE: layout<::outside>
