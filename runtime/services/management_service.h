#ifndef RUNTIME_SERVICES_MANAGEMENT_SERVICE_H
#define RUNTIME_SERVICES_MANAGEMENT_SERVICE_H

#include <rpc/handle.h>
#include <rpc/security.h>
#include <rpc/server.h>
#include <rpc/service.h>
#include <rpc/uuid.h>

#include <string>
#include <vector>

namespace rpc::runtime {

/// What the management interface asks of its server, on the thread that runs the call.
class managed_server {
 public:
  /// The interfaces to which the client may bind whose call it is.
  [[nodiscard]] virtual std::vector<syntax_id> interfaces_for_caller() const = 0;
  [[nodiscard]] virtual server_statistics statistics() const = 0;
  [[nodiscard]] virtual bool listening() const = 0;
  [[nodiscard]] virtual bool may_stop(const caller& by) const = 0;
  virtual void request_stop() noexcept = 0;
  /// Empty: none.
  [[nodiscard]] virtual std::string principal(mechanism of) const = 0;

 protected:
  ~managed_server() = default;
};

/// The management interface, which tells of `server`.
[[nodiscard]] service_entry management_of(managed_server& server);

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVICES_MANAGEMENT_SERVICE_H
