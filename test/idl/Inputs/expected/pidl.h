#ifndef PIDL_H
#define PIDL_H

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f322", 1, 0),
            rpc::pointer_default(unique)]] pidl {

using flags = std::uint32_t;
constexpr std::uint32_t FLAG_ONE = 0x00000001;
constexpr std::uint32_t FLAG_TWO = 0x00000002;

struct entry {
  std::uint16_t size;
  [[rpc::string, rpc::charset(UTF16)]] char16_t* name;
  flags bits;
  std::uint64_t time;
  [[rpc::size_is(size)]] std::uint8_t data[1];
};

using kind = std::uint16_t;
constexpr std::uint16_t SMALL = 1;
constexpr std::uint16_t LARGE = 0xFFFF;

std::uint32_t pidl_get([[rpc::in]] std::uint32_t level, [[rpc::out]] entry** found,
                       [[rpc::in]] kind k);

}  // namespace pidl

[[rpc::stubs]];

#endif
