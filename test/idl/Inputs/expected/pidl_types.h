#ifndef PIDL_TYPES_H
#define PIDL_TYPES_H

#include <rpc/ms/dtyp.h>
#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f338", 1, 0),
            rpc::pointer_default(unique), rpc::endpoint("ncacn_np:[\\pipe\\types]")]] pidl_types {

using rpc::ms::FILETIME;

constexpr const char* NAME = "types";
using small_kind = std::uint8_t;
constexpr std::uint8_t ONE = 1;
constexpr std::uint8_t TWO = 2;

struct entry {
  small_kind kind;
  FILETIME when;
  std::uint32_t done;
  std::uint64_t until;
};

union [[rpc::switch_type(std::uint16_t)]] either {
  [[rpc::case(1)]] std::uint32_t n;
  [[rpc::case(2)]] entry* n_;
};

void f([[rpc::in]] entry* e, [[rpc::in]] std::uint16_t level,
       [[rpc::in, rpc::switch_is(level)]] either* u);

}  // namespace pidl_types

[[rpc::stubs]];

#endif
