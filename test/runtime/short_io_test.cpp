// What the kernel may do with any read and write: take one byte, or be interrupted. The linker puts
// these in the place of recv(), send() and so on, on both sides: see CMakeLists.txt.

#include "pipes.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <span>

#include <sys/socket.h>

namespace {

std::atomic<unsigned> calls = 0;

/// Each third call is interrupted.
bool interrupted() {
  if (++calls % 3 != 0) return false;
  errno = EINTR;
  return true;
}

}  // namespace

extern "C" {
ssize_t __real_recv(int fd, void* into, std::size_t size, int flags);
ssize_t __real_send(int fd, const void* from, std::size_t size, int flags);
ssize_t __real_sendmsg(int fd, const msghdr* message, int flags);
ssize_t __wrap_recv(int fd, void* into, std::size_t size, int flags);
ssize_t __wrap_recvmsg(int fd, msghdr* message, int flags);
ssize_t __wrap_send(int fd, const void* from, std::size_t size, int flags);
ssize_t __wrap_sendmsg(int fd, const msghdr* message, int flags);

ssize_t __wrap_recv(int fd, void* into, std::size_t size, int flags) {
  if (interrupted()) return -1;
  return __real_recv(fd, into, std::min<std::size_t>(size, 1), flags);
}

ssize_t __wrap_send(int fd, const void* from, std::size_t size, int flags) {
  if (interrupted()) return -1;
  return __real_send(fd, from, std::min<std::size_t>(size, 1), flags);
}

ssize_t __wrap_sendmsg(int fd, const msghdr* message, int flags) {
  if (interrupted()) return -1;
  const std::span<iovec> runs(message->msg_iov, message->msg_iovlen);
  const auto first = std::ranges::find_if(runs, [](const iovec& run) { return run.iov_len != 0; });
  if (first == runs.end()) return __real_sendmsg(fd, message, flags);
  return __real_send(fd, first->iov_base, 1, flags);
}

ssize_t __wrap_recvmsg(int fd, msghdr* message, int flags) {
  if (interrupted()) return -1;
  return __real_recv(fd, message->msg_iov->iov_base, 1, flags);
}
}

namespace {

using namespace fixture;

class ShortIo : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(All, ShortIo, testing::Values(via::tcp, via::local),
                         [](const auto& each) { return name(each.param); });

TEST_P(ShortIo, OfCalls) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  for (std::uint32_t i = 0; i < 20; ++i) EXPECT_EQ(client.add_one(i), i + 1);
  std::vector<std::uint8_t> data(13'000);
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::uint8_t>(i * 7);
  std::vector<std::uint8_t> expected(data.rbegin(), data.rend());
  client.reverse(static_cast<std::uint32_t>(data.size()), data.data());
  EXPECT_EQ(data, expected);
  EXPECT_EQ(status_of([&] { client.fail(2); }), rpc::status::access_denied);
  EXPECT_GT(calls, 2 * data.size());
}

TEST_P(ShortIo, OfCallsWithPipes) {
  pipes::running_server at;
  const auto peer = at.connect(GetParam());
  auto data = pipes::giving<std::uint8_t>(20'000);
  EXPECT_EQ(pipes::client(*peer).store(1000, data), 20'000u);
}

}  // namespace
