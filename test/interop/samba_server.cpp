// samba_server BINDING USERS KEYTAB: what Samba's tests of the protocol call, until standard input
// ends: besides mgmt, which each server has, the endpoint mapper and one operation of netlogon.
#include <algorithm>
#include <charconv>
#include <iostream>
#include <limits>
#include <string>

#include "samba.h"

namespace {

constexpr std::uint32_t no_access = 5;

/// Knows one endpoint, its own, and each interface is there.
class mapper : public ept::service {
 public:
  explicit mapper(std::uint16_t port) : port_(port) {}

  std::uint32_t lookup(std::uint32_t, guid*, ept::interface_id*, std::uint32_t, ept::lookup_handle*,
                       std::uint32_t, std::uint32_t* count, ept::entry*) override {
    *count = 0;
    return no_access;
  }

  std::uint32_t map(guid*, ept::tower* wanted, ept::lookup_handle*, std::uint32_t most,
                    std::uint32_t* count, ept::tower** towers) override {
    // Of an interface, its transfer syntax, RPC, a TCP port and an IP address.
    constexpr std::uint32_t size = 75;
    constexpr std::uint32_t port = 64;
    *count = 0;
    if (wanted == nullptr || wanted->length != size || most == 0) return no_access;
    wanted->octets[port] = static_cast<std::uint8_t>(port_ >> 8);
    wanted->octets[port + 1] = static_cast<std::uint8_t>(port_);
    towers[(*count)++] = wanted;
    return 0;
  }

  std::uint32_t lookup_handle_free(ept::lookup_handle* handle) override {
    *handle = nullptr;
    return 0;
  }

 private:
  std::uint16_t port_;
};

class logon : public netlogon::service {
 public:
  std::uint32_t server_req_challenge(char16_t*, char16_t*, netlogon::credential* client,
                                     netlogon::credential* challenge) override {
    std::ranges::reverse_copy(client->data, challenge->data);
    return 0;
  }
};

std::uint16_t port_of(const std::string& binding) {
  std::uint16_t port = 0;
  const std::size_t at = binding.find('[') + 1;
  std::from_chars(binding.data() + at, binding.data() + binding.size(), port);
  return port;
}

}  // namespace

void ept::lookup_handle_rundown(ept::lookup_handle) {}

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: samba_server BINDING USERS KEYTAB\n";
    return 2;
  }
  mapper endpoints(port_of(argv[1]));
  logon domain;
  rpc::server_options options;
  options.security.emplace(
      rpc::acceptor_options{.keytab = argv[3], .ntlm_users = argv[2], .anonymous = true});
  const rpc::requirement nothing{.level = rpc::protection::none};
  rpc::server server(options);
  server.add<ept::service>(endpoints, nothing);
  server.add<netlogon::service>(domain, nothing);
  std::cout << server.listen(argv[1]).text() << std::endl;
  server.start();
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  server.stop();
}
