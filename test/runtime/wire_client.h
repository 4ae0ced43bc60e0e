#ifndef TEST_RUNTIME_WIRE_CLIENT_H
#define TEST_RUNTIME_WIRE_CLIENT_H

#include "desk.h"
#include "raw_client.h"

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace fixture {

/// A bind to the desk, to an association or a new one.
inline bytes bind_desk(const bytes& group = {0, 0, 0, 0}) {
  bytes pdu = bind_echo;
  pdu[3] |= 0x10;  // calls overlap
  const bytes id = {0xC8, 0xD6, 0x6A, 0x5D, 0x37, 0x7B, 0x9C, 0x4B,
                    0x8F, 0x0E, 0x1C, 0x1B, 0x5A, 0x3A, 0x3D, 0x10};
  std::copy(id.begin(), id.end(), pdu.begin() + 32);
  std::copy(group.begin(), group.end(), pdu.begin() + 20);
  return pdu;
}

inline const bytes null_handle(20, 0);

/// A client of the desk that need not be honest.
class wire_client : public raw_client {
 public:
  explicit wire_client(const desk_server& at, const bytes& joined = {0, 0, 0, 0},
                       std::uint8_t from = 1)
      : raw_client(at.tcp, from) {
    send(bind_desk(joined));
    const bytes ack = receive(60);
    if (ack.size() == 60) group = {ack.begin() + 20, ack.begin() + 24};
  }
  /// The stub data of the answer, or the status of a fault in little endian after 0xFA.
  bytes call(std::uint8_t opnum, const bytes& stub) {
    send(request(3, 1, opnum, stub));
    return answer();
  }
  bytes answer() {
    bytes head = receive(24);
    if (head.size() < 24) return {};
    const bytes body = receive(std::size_t{head[8]} - 24);
    if (head[2] == 2) return body;
    return bytes{0xFA} + bytes(body.begin(), body.begin() + 4);
  }
  bytes open(std::uint8_t number) { return call(0, {number, 0, 0, 0}); }
  bytes use(const bytes& handle) { return call(2, handle + bytes{0, 0, 0, 0}); }
  /// Calls of use() that last until they are woken. When this returns the server has them all.
  void send_uses(int count, const bytes& handle) {
    for (; count > 0; --count) send(request(3, 2, 2, handle + bytes{0xFF, 0xFF, 0xFF, 0xFF}));
    EXPECT_EQ(open(0), null_handle);
  }
  bytes close(const bytes& handle) { return call(4, handle + bytes{0, 0, 0, 0}); }

  bytes group;

 protected:
  struct unbound {};
  wire_client(const desk_server& at, unbound) : raw_client(at.tcp) {}
};

/// While it lives rundowns of drawers block, until they are released.
class blocking_rundowns {
 public:
  blocking_rundowns() {
    blocked_ = 0;
    blocks_ = true;
    desk::on_rundown = [] {
      ++blocked_;
      blocks_.wait(true);
    };
  }
  blocking_rundowns(const blocking_rundowns&) = delete;
  blocking_rundowns& operator=(const blocking_rundowns&) = delete;
  ~blocking_rundowns() { desk::on_rundown = nullptr; }

  /// Those that have begun.
  int begun() const { return blocked_; }
  void release() {
    blocks_ = false;
    blocks_.notify_all();
  }

 private:
  static inline std::atomic<int> blocked_ = 0;
  static inline std::atomic<bool> blocks_ = false;
};

}  // namespace fixture

#endif  // TEST_RUNTIME_WIRE_CLIENT_H
