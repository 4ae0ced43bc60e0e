#include "socket.h"

#include "address.h"

#include <rpc/error.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

namespace rpc::transport {
namespace {

// Runs of bytes in one gather write; the kernel takes up to 1024 (IOV_MAX).
constexpr std::size_t most_runs = 256;

// What is on its way over a unix socket. The kernel doubles it, and has 208 KiB by default: with
// more the two sides wait for each other less often. TCP finds out by itself what it needs.
constexpr int local_send_buffer = 256 << 10;

// How long a thread that reads sleeps at most.
constexpr std::chrono::seconds longest_read{1};

int milliseconds_until(clock::time_point deadline) {
  if (deadline == clock::time_point::max()) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 60'000));
}

template <class Value>
void set_option(int fd, int level, int option, const Value& value) {
  // Every option set here only improves the connection; one that is refused is done without.
  static_cast<void>(::setsockopt(fd, level, option, &value, sizeof value));
}

/// An errno value, which is returned once; 0 if there was no error.
int pending_error(int fd) {
  int failure = 0;
  socklen_t size = sizeof failure;
  ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &failure, &size);
  return failure;
}

/// Waits for a connection in progress; 0, or the errno value that says why it has failed.
int finish_connecting(int fd, clock::time_point deadline) {
  for (;;) {
    pollfd waiting{fd, POLLOUT, 0};
    const int ready = ::poll(&waiting, 1, milliseconds_until(deadline));
    if (ready > 0) break;
    if (ready < 0 && errno != EINTR) return errno;
    if (clock::now() >= deadline) return ETIMEDOUT;
  }
  return pending_error(fd);
}

/// 0, or the errno value that says why not.
int connect_one(const address& to, clock::time_point deadline, descriptor& result) {
  descriptor fd(::socket(to.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!fd) return errno;
  int failure = ::connect(fd.get(), to.get(), to.size) == 0 ? 0 : errno;
  while (failure == EAGAIN && clock::now() < deadline) {
    // The queue of a unix socket that listens is full; nothing tells when it is not.
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    failure = ::connect(fd.get(), to.get(), to.size) == 0 ? 0 : errno;
  }
  if (failure == EINPROGRESS) failure = finish_connecting(fd.get(), deadline);
  if (failure == 0) result = std::move(fd);
  return failure;
}

template <class Byte>
void gather(std::span<const std::span<Byte>> runs, std::span<iovec> vectors, msghdr& message) {
  message.msg_iov = vectors.data();
  message.msg_iovlen = std::min(runs.size(), vectors.size());
  for (std::size_t i = 0; i < message.msg_iovlen; ++i)
    vectors[i] = {const_cast<std::byte*>(runs[i].data()), runs[i].size()};
}

}  // namespace

descriptor::~descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

std::string error_text(int code) { return std::generic_category().message(code); }

std::optional<local_process> local_peer(int fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  ucred user{};
  socklen_t user_size = sizeof user;
  if (::getpeername(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
      address.ss_family != AF_UNIX ||
      ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &user, &user_size) != 0)
    return std::nullopt;
  return local_process{user.uid, user.gid, user.pid};
}

std::string peer_name(int fd, const std::optional<local_process>& local) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  std::array<char, NI_MAXHOST> host{};
  if (local) return "ncalrpc:user " + std::to_string(local->user);
  if (::getpeername(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
      ::getnameinfo(reinterpret_cast<const sockaddr*>(&address), size, host.data(), host.size(),
                    nullptr, 0, NI_NUMERICHOST) == 0)
    return std::string("ncacn_ip_tcp:") + host.data();
  return "a peer that is gone";  // it is gone already
}

std::string network_of(const std::string& peer) {
  const std::string_view sequence = "ncacn_ip_tcp:";
  in6_addr address{};
  if (!peer.starts_with(sequence) ||
      ::inet_pton(AF_INET6, peer.c_str() + sequence.size(), &address) != 1 ||
      IN6_IS_ADDR_V4MAPPED(&address))
    return peer;
  std::fill(std::begin(address.s6_addr) + 8, std::end(address.s6_addr), 0);
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET6, &address, text.data(), text.size());
  return std::string(sequence).append(text.data()).append("/64");
}

std::size_t most_descriptors() noexcept {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return std::numeric_limits<std::size_t>::max();
  return limit.rlim_cur;
}

socket::socket(descriptor connected, std::chrono::microseconds spin)
    : socket_(std::move(connected)), spin_(spin) {
  int family = 0;
  socklen_t size = sizeof family;
  ::getsockopt(fd(), SOL_SOCKET, SO_DOMAIN, &family, &size);
  if (family == AF_UNIX) {
    set_option(fd(), SOL_SOCKET, SO_SNDBUF, local_send_buffer);
    return;
  }
  set_option(fd(), IPPROTO_TCP, TCP_NODELAY, 1);
  set_option(fd(), SOL_SOCKET, SO_KEEPALIVE, 1);
  // Seconds of silence before the first probe, between probes, and probes without an answer:
  // a peer that vanished is noticed within a minute.
  set_option(fd(), IPPROTO_TCP, TCP_KEEPIDLE, 30);
  set_option(fd(), IPPROTO_TCP, TCP_KEEPINTVL, 10);
  set_option(fd(), IPPROTO_TCP, TCP_KEEPCNT, 3);
}

std::size_t socket::write_some(std::span<const std::span<const std::byte>> runs) {
  constexpr int flags = MSG_NOSIGNAL | MSG_DONTWAIT;
  std::array<iovec, most_runs> vectors;
  msghdr message{};
  if (runs.size() > 1) gather(runs, vectors, message);
  for (;;) {
    const ssize_t sent = runs.size() == 1 ? ::send(fd(), runs[0].data(), runs[0].size(), flags)
                                          : ::sendmsg(fd(), &message, flags);
    if (sent >= 0) return static_cast<std::size_t>(sent);
    if (errno == EAGAIN || errno == EWOULDBLOCK) return 0;
    if (errno != EINTR) throw connection_lost(error_text(errno));
  }
}

std::optional<std::size_t> socket::read_some(places into) { return read(into, MSG_DONTWAIT); }

// One system call reads and waits, but for deadlines that are near: the socket has one time limit.
std::optional<std::size_t> socket::read_or_wait(places into, clock::time_point deadline) {
  std::optional<std::size_t> count;
  const auto arrived = [&] {
    count = read_some(into);
    return count.has_value();
  };
  const auto now = clock::now();
  if (habit_.spin_until(arrived, spin_, now)) return count;
  if (deadline != clock::time_point::max() && deadline - now < longest_read) {
    if (!wait(readiness::input, deadline)) return std::nullopt;
    return read_some(into);
  }
  if (!std::exchange(waits_, true)) {
    const timeval limit{longest_read.count(), 0};
    set_option(fd(), SOL_SOCKET, SO_RCVTIMEO, limit);
    ::fcntl(fd(), F_SETFL, ::fcntl(fd(), F_GETFL) & ~O_NONBLOCK);
  }
  return read(into, 0);
}

std::optional<std::size_t> socket::read(places into, int flags) {
  std::array<iovec, most_runs> vectors;
  msghdr message{};
  if (into.size() > 1) gather(into, vectors, message);
  for (;;) {
    const ssize_t read = into.size() == 1 ? ::recv(fd(), into[0].data(), into[0].size(), flags)
                                          : ::recvmsg(fd(), &message, flags);
    if (read >= 0) return static_cast<std::size_t>(read);
    if (errno == EAGAIN || errno == EWOULDBLOCK) return std::nullopt;
    if (errno != EINTR) throw connection_lost(error_text(errno));
  }
}

bool socket::wait(readiness what, clock::time_point deadline) {
  short events = 0;
  if (what != readiness::output) events |= POLLIN;
  if (what != readiness::input) events |= POLLOUT;
  pollfd waiting{fd(), events, 0};
  // Failures show in the next read or write.
  static_cast<void>(::poll(&waiting, 1, milliseconds_until(deadline)));
  return (waiting.revents & ~POLLOUT) != 0;
}

std::string socket::failure() const {
  const int code = pending_error(socket_.get());
  return code == 0 ? std::string() : error_text(code);
}

void socket::shutdown() noexcept { static_cast<void>(::shutdown(fd(), SHUT_RDWR)); }

std::unique_ptr<socket> connect(const endpoint& to, clock::time_point deadline,
                                std::chrono::microseconds spin) {
  const std::vector<address> addresses =
      to.via == endpoint::transport::local ? std::vector{local_address(to)} : tcp_addresses(to);
  int failure = 0;
  auto left = static_cast<clock::rep>(addresses.size());
  for (const address& next : addresses) {
    // One that does not answer leaves the others their part of the time.
    const auto now = clock::now();
    const bool limited = deadline != clock::time_point::max();
    const auto part = limited ? now + (deadline - now) / left-- : deadline;
    descriptor connected;
    failure = connect_one(next, part, connected);
    if (failure == 0) return std::make_unique<socket>(std::move(connected), spin);
  }
  throw error(status::server_unavailable,
              "cannot connect to " + to.text() + " (" + error_text(failure) + ")");
}

}  // namespace rpc::transport
