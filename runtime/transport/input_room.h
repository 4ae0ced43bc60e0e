#ifndef RUNTIME_TRANSPORT_INPUT_ROOM_H
#define RUNTIME_TRANSPORT_INPUT_ROOM_H

#include <cstddef>
#include <memory>
#include <span>

namespace rpc::transport {

/// Room for what the calling thread reads at a time, from whichever connection: connections
/// themselves keep none. Throws std::bad_alloc.
inline std::span<std::byte> input_room() {
  constexpr std::size_t size = 128u << 10;
  thread_local std::unique_ptr<std::byte[]> room;
  if (!room) room = std::make_unique_for_overwrite<std::byte[]>(size);
  return {room.get(), size};
}

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_INPUT_ROOM_H
