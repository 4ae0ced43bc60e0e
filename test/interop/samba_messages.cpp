// samba_messages FOLDER: writes stub data of operations of Windows interfaces (messages.h).
#include <iostream>
#include <string>

#include "messages.h"
#include "samba.h"

namespace {

void write_srvsvc(const std::string& folder) {
  namespace wire = srvsvc::wire;
  char16_t server[] = u"\\\\server";
  char16_t name[] = u"IPC$";
  char16_t comment[] = u"h\u00F6re \u20AC";
  std::uint32_t total = 3;
  std::uint32_t resume = 0;

  srvsvc::share_info1 infos[] = {{name, 3, comment}, {nullptr, 1, nullptr}, {comment, 0, name}};
  srvsvc::shares1 all{3, infos};
  srvsvc::share_enumeration found{.level = 1, .all = {.level1 = &all}};
  write_messages(folder, "srvsvc", "srvsvc_NetShareEnumAll",
                 wire::net_share_enum_all{server, &found, 0xFFFFFFFF, &total, &resume, 0});

  srvsvc::server_info101 info{srvsvc::platform::nt, name, 4, 9, 0x801003, comment};
  srvsvc::server_info choice{.level101 = &info};
  write_messages(folder, "srvsvc", "srvsvc_NetSrvGetInfo",
                 wire::net_srv_get_info{nullptr, 101, &choice, 0});
}

void write_mgmt(const std::string& folder) {
  mgmt::interface_id first{
      {0x12345678, 0x1234, 0xABCD, {0xEF, 0}, {1, 0x23, 0x45, 0x67, 0x89, 0xAC}}, 1};
  mgmt::interface_id second{{1, 2, 3, {4, 5}, {6, 7, 8, 9, 10, 11}}, 0x20003};
  alignas(mgmt::interface_ids) std::byte memory[sizeof(mgmt::interface_ids) + 2 * sizeof(void*)];
  auto* ids = new (memory) mgmt::interface_ids{.count = 3, .ids = {&first}};
  mgmt::interface_id** tail = ids->ids;
  tail[1] = nullptr;
  tail[2] = &second;
  write_messages(folder, "mgmt", "mgmt_inq_if_ids", mgmt::wire::inq_if_ids{&ids, 0});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: samba_messages FOLDER\n";
    return 2;
  }
  write_srvsvc(argv[1]);
  write_mgmt(argv[1]);
}
