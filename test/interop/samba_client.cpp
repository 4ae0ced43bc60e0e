// samba_client HOST DOMAIN USER PASSWORD: calls Samba's servers, which the endpoint mapper of HOST
// knows, without authentication and with each mechanism and level, as the user and anonymously, and
// checks their answers.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "samba.h"

namespace {

bool all_fine = true;

void expect(bool fine, const std::string& call) {
  std::cout << call << (fine ? ": as expected\n" : ": wrong answer\n");
  all_fine = all_fine && fine;
}

constexpr std::uint32_t maximum_allowed = 0x02000000;
constexpr std::uint32_t no_more_entries = 0x16C9A0D6;
constexpr rpc::syntax_id ndr20{rpc::uuid("8a885d04-1ceb-11c9-9fe8-08002b104860"), 2, 0};

std::string binding(std::string_view host, std::uint16_t port) {
  return "ncacn_ip_tcp:" + std::string(host) + "[" + std::to_string(port) + "]";
}

/// The tower of an interface over TCP, C706 appendix L, with its length in front.
std::vector<std::uint8_t> tower_of(const rpc::syntax_id& interface) {
  std::vector<std::uint8_t> octets(sizeof(std::uint32_t));
  const auto put = [&](std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) octets.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  };
  const auto put_syntax = [&](const rpc::syntax_id& syntax) {
    const auto id = syntax.id.to_wire();
    put(19, 2);
    put(0x0D, 1);
    octets.insert(octets.end(), id.begin(), id.end());
    put(syntax.major, 2);
    put(2, 2);
    put(syntax.minor, 2);
  };
  const auto put_floor = [&](std::uint8_t protocol, int size) {
    put(1, 2);
    put(protocol, 1);
    put(static_cast<std::uint64_t>(size), 2);
    put(0, size);
  };
  put(5, 2);
  put_syntax(interface);
  put_syntax(ndr20);
  put_floor(0x0B, 2);  // connections
  put_floor(0x07, 2);  // a TCP port
  put_floor(0x09, 4);  // an IP address
  const std::uint32_t length = static_cast<std::uint32_t>(octets.size() - sizeof length);
  std::copy_n(reinterpret_cast<const std::uint8_t*>(&length), sizeof length, octets.begin());
  return octets;
}

/// The port at which the endpoint mapper says that an interface is; 0 if it knows none.
std::uint16_t port_of(const ept::client& mapper, const rpc::syntax_id& interface) {
  constexpr std::size_t port = 64;
  const rpc::stub_memory_scope memory;
  std::vector<std::uint8_t> wanted = tower_of(interface);
  ept::lookup_handle position = nullptr;
  ept::tower* found = nullptr;
  std::uint32_t count = 0;
  const std::uint32_t code = mapper.map(nullptr, reinterpret_cast<ept::tower*>(wanted.data()),
                                        &position, 1, &count, &found);
  if (code != 0 || count != 1 || found == nullptr || found->length != 75) return 0;
  return static_cast<std::uint16_t>(found->octets[port] << 8 | found->octets[port + 1]);
}

/// All that the endpoint mapper knows, in pages of 7.
std::size_t count_entries(const ept::client& mapper) {
  std::size_t total = 0;
  ept::lookup_handle position = nullptr;
  for (;;) {
    const rpc::stub_memory_scope memory;
    ept::entry page[7];
    std::uint32_t count = 0;
    const std::uint32_t code = mapper.lookup(0, nullptr, nullptr, 1, &position, 7, &count, page);
    total += count;
    if (code == no_more_entries) return total;
    if (code != 0 || total > 1000) return 0;
  }
}

void call_management(const rpc::connection& peer) {
  const mgmt::client management(peer);
  const rpc::stub_memory_scope memory;
  mgmt::interface_ids* ids = nullptr;
  expect(management.inq_if_ids(&ids) == 0 && ids != nullptr && ids->count > 0, "mgmt: inq_if_ids");
  std::uint32_t status = 1;
  expect(management.is_server_listening(&status) == 1 && status == 0, "mgmt: is_server_listening");
}

void call_registry(const rpc::connection& peer, const std::string& how) {
  const winreg::client registry(peer);
  winreg::key opened = nullptr;
  expect(registry.open_local_machine(nullptr, maximum_allowed, &opened) == 0 && opened != nullptr,
         "winreg: open_local_machine, " + how);
  expect(registry.close(&opened) == 0 && opened == nullptr, "winreg: close, " + how);
}

void call_accounts(const rpc::connection& peer, const std::string& how) {
  const samr::client accounts(peer);
  samr::handle opened = nullptr;
  expect(accounts.connect2(u"server", &opened, maximum_allowed) == 0 && opened != nullptr,
         "samr: connect2, " + how);
  expect(accounts.close(&opened) == 0 && opened == nullptr, "samr: close, " + how);
}

/// Samba lets no one call it over TCP.
void call_authority(const rpc::connection& peer, const std::string& how) {
  const lsarpc::client authority(peer);
  unicode_string* name = nullptr;
  rpc::status code{};
  try {
    authority.get_user_name(nullptr, &name, nullptr);
  } catch (const rpc::error& refused) {
    code = refused.code();
  }
  expect(code == rpc::status::access_denied, "lsarpc: get_user_name, " + how);
}

constexpr std::pair<std::string_view, rpc::mechanism> mechanisms[] = {
    {"ntlm", rpc::mechanism::ntlm}, {"spnego", rpc::mechanism::spnego}};
constexpr std::pair<std::string_view, rpc::protection> levels[] = {
    {"connect", rpc::protection::connect},
    {"integrity", rpc::protection::integrity},
    {"privacy", rpc::protection::privacy}};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: samba_client HOST DOMAIN USER PASSWORD\n";
    return 2;
  }
  const std::string_view host = argv[1], domain = argv[2], user = argv[3], password = argv[4];
  try {
    rpc::connection_options options;
    options.connect_timeout = std::chrono::minutes(1);  // Samba starts servers at the first call
    const rpc::connection peer(binding(host, 135), options);
    call_management(peer);
    const ept::client mapper(peer);
    expect(count_entries(mapper) > 7, "ept: lookup");
    const std::uint16_t authority = port_of(mapper, rpc::interface<lsarpc::service>::id);
    const std::uint16_t accounts = port_of(mapper, rpc::interface<samr::service>::id);
    const std::uint16_t registry = port_of(mapper, rpc::interface<winreg::service>::id);
    expect(authority != 0 && accounts != 0 && registry != 0, "ept: map");

    for (const auto& [by, mechanism] : mechanisms)
      for (const auto& [at, level] : levels) {
        const std::string how = std::string(by) + " " + std::string(at);
        options.security = rpc::client_security{
            .credentials = {user, domain, password}, .mechanism = mechanism, .level = level};
        const auto to = [&](std::uint16_t port) {
          return rpc::connection(binding(host, port), options);
        };
        call_authority(to(authority), how);
        call_accounts(to(accounts), how);
        call_registry(to(registry), how);

        options.security->credentials = rpc::credentials::anonymous();
        std::cout << "anonymous, " << how << ":\n";
        call_management(to(135));
      }
  } catch (const rpc::error& problem) {
    std::cerr << "samba_client: " << problem.what() << '\n';
    return 1;
  }
  return all_fine ? 0 : 1;
}
