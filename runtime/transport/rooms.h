#ifndef RUNTIME_TRANSPORT_ROOMS_H
#define RUNTIME_TRANSPORT_ROOMS_H

#include <array>
#include <cstddef>
#include <memory>
#include <span>

namespace rpc::transport {

/// Room for what the calling thread reads at a time, from whichever connection: connections
/// themselves keep none.
struct input_room {
  std::array<std::byte, std::size_t{48} << 10> bytes;
  std::array<std::span<std::byte>, 128> places;  ///< for socket::read_some

  /// The calling thread's. Throws std::bad_alloc.
  static input_room& of_thread() {
    thread_local std::unique_ptr<input_room> room;
    if (!room) room = std::make_unique_for_overwrite<input_room>();
    return *room;
  }
};

/// The same for the runs of bytes that the calling thread sends at a time.
inline std::span<std::span<const std::byte>> output_room() noexcept {
  thread_local std::array<std::span<const std::byte>, 256> runs;
  return runs;
}

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_ROOMS_H
