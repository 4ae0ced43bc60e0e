#ifndef RPC_SYSTEMD_SERVICE_H
#define RPC_SYSTEMD_SERVICE_H

/// Servers as units of systemd: sockets that systemd opens (socket activation, systemd.socket(5)),
/// and the states that it waits for (Type=notify, systemd.service(5)). Needs libsystemd (Debian:
/// libsystemd-dev, -lsystemd), which the rest of the library does not.
///
///     rpc::server server(options);
///     server.add<echo::service>(implementation);
///     if (rpc::systemd::listen(server).empty()) server.listen("ncacn_ip_tcp:127.0.0.1[5000]");
///     server.start();
///     rpc::systemd::notify_ready();
///     ...
///     rpc::systemd::notify_stopping();
///     server.stop();

#include <rpc/endpoint.h>
#include <rpc/server.h>

#include <cerrno>
#include <system_error>
#include <vector>

#include <systemd/sd-daemon.h>

namespace rpc::systemd {

/// Has a server listen at the sockets that systemd has opened for this process, and returns where
/// that is: nothing, if the process was not started by a socket. Once in a process. Throws what
/// rpc::server::adopt() does, and std::system_error if what systemd says cannot be read.
inline std::vector<endpoint> listen(server& at, const listen_options& options = {}) {
  const int count = ::sd_listen_fds(/* unset_environment = */ 1);
  if (count < 0) throw std::system_error(-count, std::generic_category(), "sd_listen_fds");
  std::vector<endpoint> endpoints;
  for (int i = 0; i < count; ++i) endpoints.push_back(at.adopt(SD_LISTEN_FDS_START + i, options));
  return endpoints;
}

/// Tells systemd that the server serves, or begins to stop. False if it did not start the process
/// as a unit that says so. Throws std::system_error.
inline bool notify(const char* state) {
  const int result = ::sd_notify(/* unset_environment = */ 0, state);
  if (result < 0) throw std::system_error(-result, std::generic_category(), "sd_notify");
  return result > 0;
}
inline bool notify_ready() { return notify("READY=1"); }
inline bool notify_stopping() { return notify("STOPPING=1"); }

}  // namespace rpc::systemd

#endif  // RPC_SYSTEMD_SERVICE_H
