#ifndef RUNTIME_TRANSPORT_STREAM_H
#define RUNTIME_TRANSPORT_STREAM_H

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

namespace rpc::transport {

using clock = std::chrono::steady_clock;

/// What a thread waits for.
enum class readiness : unsigned char { input, output, both };

/// The connection is gone; what() says why, as a sentence for people.
class connection_lost : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The bytes between a client and a server. One thread may read while another writes.
class stream {
 public:
  virtual ~stream() = default;

  /// What is read goes to these, one after the other. There is one at least.
  using places = std::span<const std::span<std::byte>>;

  /// Sends as many of the bytes as go at once; 0 if none do. Throws connection_lost.
  virtual std::size_t write_some(std::span<const std::span<const std::byte>> runs) = 0;

  /// Reads what is there; nothing if there are no bytes yet, 0 bytes at the peer's end of
  /// the stream. Throws connection_lost.
  virtual std::optional<std::size_t> read_some(places into) = 0;

  /// The same, and waits for bytes if there are none: until `deadline`, for at most a second, or
  /// for no reason.
  virtual std::optional<std::size_t> read_or_wait(places into, clock::time_point deadline) = 0;

  /// Waits until reading or writing may get further, or until `deadline`, or for no reason. False
  /// if there is nothing to read.
  virtual bool wait(readiness what, clock::time_point deadline) = 0;

  /// True if writing is only a matter of memory: it never waits and always takes everything.
  [[nodiscard]] virtual bool in_memory() const noexcept { return false; }

  /// The descriptor by which a reactor knows that it is ready; in memory, that there is an answer
  /// which no thread of the client waits for. Throws std::system_error.
  [[nodiscard]] virtual int fd() = 0;

  /// Ends both directions: threads that wait, here or at the peer, return at once. Any thread.
  virtual void shutdown() noexcept = 0;

  /// Does work that the calling thread owes to the stream, if any: in-process, the calls
  /// that it wrote.
  virtual void attend() {}
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_STREAM_H
