#include "uuids.h"

#include <rpc/dce/mgmt.h>
#include <rpc/error.h>
#include <rpc/management.h>
#include <rpc/status.h>
#include <rpc/stub_memory.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace rpc {
namespace {

void require(std::uint32_t code, const char* operation) {
  if (code != 0) throw error(static_cast<status>(code), std::string("mgmt::") + operation);
}

}  // namespace

std::vector<syntax_id> inquire_interfaces(const connection& peer) {
  const mgmt::client management(peer);
  const stub_memory_scope memory;
  mgmt::interface_ids* ids = nullptr;
  require(management.inq_if_ids(&ids), "inq_if_ids");
  std::vector<syntax_id> result;
  for (std::uint32_t i = 0; ids != nullptr && i < ids->count; ++i)
    if (const mgmt::interface_id* const each = ids->ids[i]; each != nullptr)
      result.push_back({runtime::uuid_of(each->id), each->major, each->minor});
  return result;
}

inquired_statistics inquire_statistics(const connection& peer) {
  const mgmt::client management(peer);
  std::array<std::uint32_t, mgmt::statistics_count> values{};
  std::uint32_t count = values.size();
  require(management.inq_stats(&count, values.data()), "inq_stats");
  return {values[mgmt::calls_in], values[mgmt::calls_out], values[mgmt::pdus_in],
          values[mgmt::pdus_out]};
}

bool is_listening(const connection& peer) {
  const mgmt::client management(peer);
  std::uint32_t code = 0;
  const bool listens = management.is_server_listening(&code) != 0;
  require(code, "is_server_listening");
  return listens;
}

void request_stop(const connection& peer) {
  require(mgmt::client(peer).stop_server_listening(), "stop_server_listening");
}

std::string inquire_principal(const connection& peer, mechanism of) {
  std::array<char, 1024> name{};
  require(
      mgmt::client(peer).inq_princ_name(static_cast<std::uint32_t>(of), name.size(), name.data()),
      "inq_princ_name");
  return name.data();
}

}  // namespace rpc
