// Servers at sockets that were opened elsewhere.

#include "fixture.h"
#include "transport/socket.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <fcntl.h>
#include <cstddef>
#include <stdexcept>

namespace {

using namespace fixture;
using rpc::status;

/// A socket bound to a loopback port, or to all addresses.
int tcp_socket(int family, bool loopback) {
  const int fd = ::socket(family, SOCK_STREAM, 0);
  if (family == AF_INET6) {
    sockaddr_in6 at{};
    at.sin6_family = AF_INET6;
    at.sin6_addr = loopback ? in6addr_loopback : in6addr_any;
    EXPECT_EQ(::bind(fd, reinterpret_cast<sockaddr*>(&at), sizeof at), 0);
  } else {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(loopback ? INADDR_LOOPBACK : INADDR_ANY);
    EXPECT_EQ(::bind(fd, reinterpret_cast<sockaddr*>(&at), sizeof at), 0);
  }
  return fd;
}

int unix_socket(const std::string& path) {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un at{};
  at.sun_family = AF_UNIX;
  path.copy(at.sun_path, path.size());
  if (path.front() == '@') at.sun_path[0] = '\0';
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
  EXPECT_EQ(::bind(fd, reinterpret_cast<sockaddr*>(&at), size), 0);
  return fd;
}

int listening(int fd) {
  EXPECT_EQ(::listen(fd, SOMAXCONN), 0);
  return fd;
}

struct adopting_server {
  adopting_server() { server.add<echo::service>(service); }
  echo_service service;
  rpc::server server;
};

std::uint32_t call_at(const rpc::endpoint& where) {
  rpc::connection peer(where.text());
  return echo::client(peer).add_one(1);
}

TEST(Adopt, ServesAtSocketsThatListen) {
  adopting_server at;
  const std::string path = socket_path();
  const std::string name = "@" + socket_path();
  const int tcp = listening(tcp_socket(AF_INET, true));
  const auto first = at.server.adopt(tcp);
  EXPECT_EQ(::fcntl(tcp, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
  const auto second = at.server.adopt(listening(tcp_socket(AF_INET6, true)));
  const auto third = at.server.adopt(listening(unix_socket(path)));
  const auto fourth = at.server.adopt(listening(unix_socket(name)));
  EXPECT_EQ(first.host, "127.0.0.1");
  EXPECT_NE(first.port, 0);
  EXPECT_EQ(second.host, "::1");
  EXPECT_EQ(third.text(), "ncalrpc:[" + path + "]");
  EXPECT_EQ(fourth.text(), "ncalrpc:[" + name + "]");
  at.server.start();
  for (const auto& where : {first, second, third, fourth}) EXPECT_EQ(call_at(where), 2u);
  at.server.stop();
  EXPECT_EQ(::unlink(path.c_str()), 0);  // the file is not the server's
}

// A client may have connected before the server came.
TEST(Adopt, ClientsThatWaitAreServed) {
  const int fd = listening(tcp_socket(AF_INET, true));
  adopting_server at;
  const auto where = at.server.adopt(::dup(fd));
  std::uint32_t result = 0;
  std::thread early([&] { result = call_at(where); });
  std::this_thread::sleep_for(20ms);
  at.server.start();
  early.join();
  EXPECT_EQ(result, 2u);
  ::close(fd);
}

TEST(Adopt, RefusesWhatDoesNotListen) {
  adopting_server at;
  std::string text;
  const auto refused = [&](int fd) {
    const status code = status_of([&] { at.server.adopt(fd); }, &text);
    EXPECT_NE(text.find("descriptor " + std::to_string(fd)), text.npos) << text;
    EXPECT_EQ(::fcntl(fd, F_GETFD), -1) << "it is taken over";
    return code;
  };
  EXPECT_EQ(refused(tcp_socket(AF_INET, true)), status::cannot_listen);
  EXPECT_EQ(refused(::open("/dev/null", O_RDONLY)), status::cannot_listen);
  EXPECT_EQ(refused(::socket(AF_INET, SOCK_DGRAM, 0)), status::cannot_listen);
  EXPECT_EQ(status_of([&] { at.server.adopt(-1); }), status::cannot_listen);
}

TEST(Adopt, AllAddressesNeedSecurity) {
  adopting_server at;
  EXPECT_THROW(at.server.adopt(listening(tcp_socket(AF_INET, false))), std::logic_error);
  EXPECT_THROW(at.server.adopt(listening(tcp_socket(AF_INET6, false))), std::logic_error);
}

}  // namespace
