#ifndef BUFFERS_H
#define BUFFERS_H

#include <rpc/rpc.h>

// Results that lie together with all that they lead to: in buffers of the caller's, byte_count, or
// in one block, allocate(all_nodes).
namespace [[rpc::interface("0f4c1f7e-92ab-4d0c-8f7e-6a5b1c2d3e41", 1, 0),
            rpc::suppress("byte-count-ndr64")]] buffers {

struct entry {
  std::uint32_t id;
  [[rpc::string]] char* name;
  std::uint32_t count;
  [[rpc::size_is(count)]] std::uint64_t* values;
  entry* next;
};

void list([[rpc::in]] std::uint32_t length, [[rpc::in]] std::uint32_t size,
          [[rpc::out, rpc::byte_count(size)]] entry* first);
std::uint32_t pair([[rpc::in]] std::uint16_t kib,
                   [[rpc::out, rpc::byte_count(kib * 1024)]] entry both[2],
                   [[rpc::out]] std::string& rest);

using entries [[rpc::allocate(all_nodes)]] = entry*;
void copy([[rpc::in]] entries list, [[rpc::out]] entries* copied);
entries make([[rpc::in]] std::uint32_t length);

}  // namespace buffers

[[rpc::stubs]];

#endif
