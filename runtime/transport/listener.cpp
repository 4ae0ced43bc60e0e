#include "listener.h"

#include "address.h"

#include <rpc/error.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

namespace rpc::transport {
namespace {

[[noreturn]] void fail(const endpoint& at, const std::string& reason) {
  throw error(status::cannot_listen, "cannot listen at " + at.text() + " (" + reason + ")");
}

descriptor open_socket(int family) {
  return descriptor(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
}

/// Removes the file of a socket on which no process listens, as a server leaves it that was killed.
bool remove_stale(const endpoint& at, const address& name) {
  struct stat file{};
  if (::lstat(at.path.c_str(), &file) != 0 || !S_ISSOCK(file.st_mode)) return false;
  const descriptor probe = open_socket(AF_UNIX);
  if (!probe || ::connect(probe.get(), name.get(), name.size) == 0 || errno != ECONNREFUSED)
    return false;
  return ::unlink(at.path.c_str()) == 0;
}

/// An errno value, or 0.
int set_access(const std::string& path, const file_access& access) {
  if (access.user || access.group) {
    const auto unchanged = static_cast<uid_t>(-1);
    if (path.front() == '@') return EINVAL;
    if (::lchown(path.c_str(), access.user.value_or(unchanged), access.group.value_or(unchanged)) !=
        0)
      return errno;
  }
  if (access.mode) {
    if (path.front() == '@') return EINVAL;
    if (::chmod(path.c_str(), *access.mode) != 0) return errno;
  }
  return 0;
}

address name_of(int fd) {
  address name;
  name.size = sizeof name.bytes;
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&name.bytes), &name.size);
  return name;
}

std::uint16_t port_of(int fd) {
  const address name = name_of(fd);
  return ntohs(name.family() == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6*>(&name.bytes)->sin6_port
                   : reinterpret_cast<const sockaddr_in*>(&name.bytes)->sin_port);
}

// What getsockopt() says of a socket; -1 if it fails.
int option_of(int fd, int option) {
  int value = -1;
  socklen_t size = sizeof value;
  return ::getsockopt(fd, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

std::string host_of(const address& name) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* const bytes =
      name.family() == AF_INET6
          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(&name.bytes)->sin6_addr)
          : &reinterpret_cast<const sockaddr_in*>(&name.bytes)->sin_addr;
  return ::inet_ntop(name.family(), bytes, text.data(), text.size());
}

// Where a socket listens that this process did not open.
endpoint listening_at(int fd) {
  const std::string what = "cannot listen at descriptor " + std::to_string(fd);
  if (option_of(fd, SO_TYPE) != SOCK_STREAM || option_of(fd, SO_ACCEPTCONN) != 1)
    throw error(status::cannot_listen, what + ": it is no stream socket that listens");
  const address name = name_of(fd);
  endpoint at("ncacn_ip_tcp:");
  switch (name.family()) {
    case AF_INET:
    case AF_INET6:
      at.host = host_of(name);
      at.port = port_of(fd);
      return at;
    case AF_UNIX: {
      at.via = endpoint::transport::local;
      const auto* const path = reinterpret_cast<const sockaddr_un*>(&name.bytes)->sun_path;
      const std::size_t size = name.size - offsetof(sockaddr_un, sun_path);
      at.path.assign(path, size == 0 || path[0] == '\0' ? size : ::strnlen(path, size));
      if (!at.path.empty() && at.path.front() == '\0') at.path.front() = '@';
      return at;
    }
    default: throw error(status::cannot_listen, what + ": neither TCP nor a unix socket");
  }
}

}  // namespace

listener::listener(const endpoint& at, const file_access& access) : where_(at) {
  if (at.via == endpoint::transport::local)
    listen_local(access);
  else
    listen_tcp();
}

listener::listener(descriptor listening)
    : where_(listening_at(listening.get())), socket_(std::move(listening)) {
  const int flags = ::fcntl(fd(), F_GETFL);
  if (::fcntl(fd(), F_SETFD, FD_CLOEXEC) != 0 || ::fcntl(fd(), F_SETFL, flags | O_NONBLOCK) != 0)
    fail(where_, error_text(errno));
}

listener::~listener() { remove_file(); }

void listener::remove_file() noexcept {
  if (file_inode_ == 0) return;
  // The file may have been replaced by another server's.
  struct stat file{};
  if (::lstat(where_.path.c_str(), &file) == 0 && file.st_ino == file_inode_ &&
      file.st_dev == file_device_)
    ::unlink(where_.path.c_str());
}

void listener::listen_tcp() {
  int failure = 0;
  for (const address& next : tcp_addresses(where_)) {
    descriptor fd = open_socket(next.family());
    const int on = 1;
    const int off = 0;
    if (fd && ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        (where_.host != "::" ||  // IPv4 clients as well
         ::setsockopt(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off) == 0) &&
        ::bind(fd.get(), next.get(), next.size) == 0 && ::listen(fd.get(), SOMAXCONN) == 0) {
      where_.port = port_of(fd.get());
      socket_ = std::move(fd);
      return;
    }
    failure = errno;
  }
  fail(where_, error_text(failure));
}

void listener::listen_local(const file_access& access) {
  const address name = local_address(where_);
  socket_ = open_socket(AF_UNIX);
  if (!socket_) fail(where_, error_text(errno));
  const auto bind = [&] { return ::bind(socket_.get(), name.get(), name.size) == 0 ? 0 : errno; };
  int failure = bind();
  if (failure == EADDRINUSE && remove_stale(where_, name)) failure = bind();
  if (failure != 0) fail(where_, error_text(failure));
  struct stat file{};
  if (where_.path.front() != '@' && ::lstat(where_.path.c_str(), &file) == 0) {
    file_device_ = file.st_dev;
    file_inode_ = file.st_ino;
  }
  // No client can connect before listen().
  if (const int denied = set_access(where_.path, access); denied != 0) {
    remove_file();
    fail(where_, "the owner or mode of its file: " + error_text(denied));
  }
  if (::listen(socket_.get(), SOMAXCONN) != 0) {
    failure = errno;
    remove_file();
    fail(where_, error_text(failure));
  }
}

// A descriptor is looked for first, and then a client.
bool listener::client_waits() const noexcept {
  pollfd waiting{fd(), POLLIN, 0};
  return ::poll(&waiting, 1, 0) > 0;
}

listener::outcome listener::accept(descriptor& client) {
  for (;;) {
    descriptor fd(::accept4(socket_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (fd) {
      client = std::move(fd);
      return outcome::accepted;
    }
    switch (errno) {
      case EAGAIN: return outcome::no_client;
      case EMFILE:
      case ENFILE:
      case ENOBUFS:
      case ENOMEM: return client_waits() ? outcome::exhausted : outcome::no_client;
      default: break;  // this client is gone already (accept(2) passes its errors on); try the next
    }
  }
}

bool listener::beyond_loopback() const noexcept {
  const address name = name_of(socket_.get());
  switch (name.family()) {
    case AF_INET: {
      const auto& in = reinterpret_cast<const sockaddr_in&>(name.bytes);
      return ntohl(in.sin_addr.s_addr) >> 24 != IN_LOOPBACKNET;
    }
    case AF_INET6:
      return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(name.bytes).sin6_addr) ==
             0;
    default: return false;
  }
}

}  // namespace rpc::transport
