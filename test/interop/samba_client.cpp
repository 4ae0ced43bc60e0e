// samba_client HOST DOMAIN USER PASSWORD: calls Samba's servers, which the endpoint mapper of HOST
// knows, without authentication and with each mechanism and level, as the user and anonymously, and
// checks their answers.
#include <rpc/endpoint_mapper.h>

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

std::string binding(std::string_view host) { return "ncacn_ip_tcp:" + std::string(host); }

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
    const rpc::connection peer(binding(host) + "[135]", options);
    call_management(peer);
    const std::size_t entries = count_entries(ept::client(peer));
    expect(entries > 7, "ept: lookup in pages");
    expect(rpc::lookup_endpoints(peer).size() == entries, "ept: lookup of all");
    const auto registry =
        rpc::lookup_endpoints(peer, {.interface = rpc::interface<winreg::service>::id});
    expect(!registry.empty() && registry.size() < entries, "ept: lookup by interface");
    try {
      (void)rpc::resolve(rpc::endpoint(binding(host)), rpc::syntax_id{rpc::uuid(), 1, 0}, options);
      expect(false, "ept: map of an unknown interface");
    } catch (const rpc::error& refused) {
      expect(refused.code() == rpc::status::endpoint_not_registered,
             "ept: map of an unknown interface");
    }

    for (const auto& [by, mechanism] : mechanisms)
      for (const auto& [at, level] : levels) {
        const std::string how = std::string(by) + " " + std::string(at);
        options.security = rpc::client_security{
            .credentials = {user, domain, password}, .mechanism = mechanism, .level = level};
        const rpc::connection all(binding(host), options);  // the mapper knows the ports
        call_authority(all, how);
        call_accounts(all, how);
        call_registry(all, how);

        options.security->credentials = rpc::credentials::anonymous();
        std::cout << "anonymous, " << how << ":\n";
        call_management(rpc::connection(binding(host) + "[135]", options));
      }
  } catch (const rpc::error& problem) {
    std::cerr << "samba_client: " << problem.what() << '\n';
    return 1;
  }
  return all_fine ? 0 : 1;
}
