#include "management_service.h"

#include "uuids.h"

#include <rpc/dce/mgmt.h>
#include <rpc/memory.h>
#include <rpc/status.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>

namespace rpc::runtime {
namespace {

constexpr auto refused = static_cast<std::uint32_t>(status::access_denied);
constexpr auto unknown_mechanism = static_cast<std::uint32_t>(status::unknown_authn_service);
constexpr std::uint32_t insufficient_buffer = 122;  // ERROR_INSUFFICIENT_BUFFER (MS-ERREF 2.2)

template <class T>
T* allocate_result(std::size_t bytes = sizeof(T)) {
  void* const at = allocate(bytes);
  if (at == nullptr) throw std::bad_alloc();
  return ::new (at) T{};
}

class management final : public mgmt::service {
 public:
  explicit management(managed_server& server) : server_(server) {}

  std::uint32_t inq_if_ids(mgmt::interface_ids** ids) override {
    const auto known = server_.interfaces_for_caller();
    auto* const found = allocate_result<mgmt::interface_ids>(
        sizeof(mgmt::interface_ids) + known.size() * sizeof(mgmt::interface_id*));
    found->count = static_cast<std::uint32_t>(known.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
      found->ids[i] = allocate_result<mgmt::interface_id>();
      *found->ids[i] = {guid_of(known[i].id), known[i].major, known[i].minor};
    }
    *ids = found;
    return 0;
  }

  /// The places that the client has room for, of those that there are.
  std::uint32_t inq_stats(std::uint32_t* count, std::uint32_t* statistics) override {
    const server_statistics all = server_.statistics();
    std::array<std::uint64_t, mgmt::statistics_count> values{};
    values[mgmt::calls_in] = all.calls;
    values[mgmt::pdus_in] = all.pdus_received;
    values[mgmt::pdus_out] = all.pdus_sent;
    *count = std::min<std::uint32_t>(*count, values.size());
    for (std::uint32_t i = 0; i < *count; ++i)
      statistics[i] = static_cast<std::uint32_t>(values[i]);
    return 0;
  }

  std::uint32_t is_server_listening(std::uint32_t* code) override {
    *code = 0;
    return server_.listening() ? 1 : 0;
  }

  std::uint32_t stop_server_listening() override {
    if (!server_.may_stop(current_call())) return refused;
    server_.request_stop();
    return 0;
  }

  std::uint32_t inq_princ_name(std::uint32_t authentication, std::uint32_t size,
                               char* name) override {
    if (size > 0) *name = '\0';
    for (const mechanism known : {mechanism::spnego, mechanism::ntlm, mechanism::kerberos})
      if (static_cast<std::uint32_t>(known) == authentication) {
        const std::string principal = server_.principal(known);
        if (principal.empty()) break;
        if (size <= principal.size()) return insufficient_buffer;
        std::memcpy(name, principal.c_str(), principal.size() + 1);
        return 0;
      }
    return unknown_mechanism;
  }

 private:
  managed_server& server_;
};

}  // namespace

service_entry management_of(managed_server& server) {
  const auto made = std::make_shared<management>(server);
  mgmt::service* const service = made.get();
  return {offer_of<mgmt::service>(),
          interface<mgmt::service>::name,
          dispatch_table<mgmt::service>,
          rundowns_of<mgmt::service>(),
          service,
          made,
          nullptr};
}

}  // namespace rpc::runtime
