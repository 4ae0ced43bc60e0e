#include "address.h"

#include <rpc/error.h>

#include <netdb.h>
#include <sys/un.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>

namespace rpc::transport {

address local_address(const endpoint& at) {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  // The path fits: endpoint has checked its length.
  std::ranges::copy(at.path, name.sun_path);
  std::size_t size = offsetof(sockaddr_un, sun_path) + at.path.size();
  if (at.path.front() == '@')
    name.sun_path[0] = '\0';
  else
    ++size;  // the terminating zero belongs to the name of a file

  address result;
  std::memcpy(&result.bytes, &name, size);
  result.size = static_cast<socklen_t>(size);
  return result;
}

std::vector<address> tcp_addresses(const endpoint& at) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failure = ::getaddrinfo(at.host.empty() ? nullptr : at.host.c_str(),
                                    std::to_string(at.port).c_str(), &hints, &found);
  if (failure != 0)
    throw error(status::server_unavailable,
                "cannot look up the host of " + at.text() + " (" + ::gai_strerror(failure) + ")");
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);

  std::vector<address> addresses;
  for (const addrinfo* next = found; next != nullptr; next = next->ai_next) {
    address& added = addresses.emplace_back();
    std::memcpy(&added.bytes, next->ai_addr, next->ai_addrlen);
    added.size = next->ai_addrlen;
  }
  // Which of the two comes first is a setting of the machine's; servers and clients without a host
  // have to agree.
  if (at.host.empty())
    std::ranges::partition(addresses, [](const address& a) { return a.family() == AF_INET; });
  return addresses;
}

}  // namespace rpc::transport
