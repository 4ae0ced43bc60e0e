// The server of ../echo as a service of systemd, whose sockets systemd opens (echo.socket).
#include <rpc/systemd/service.h>

#include <csignal>
#include <iostream>

#include "my_echo.h"

int main() {
  try {
    my_echo implementation;
    rpc::server server;
    server.add<echo::service>(implementation);
    const auto endpoints = rpc::systemd::listen(server);
    if (endpoints.empty()) throw std::runtime_error("start me by echo.socket");
    for (const rpc::endpoint& each : endpoints) std::cout << each.text() << std::endl;
    rpc::systemd::notify_ready();
    server.run_until({SIGINT, SIGTERM});
    rpc::systemd::notify_stopping();
  } catch (const std::exception& problem) {
    std::cerr << "server: " << problem.what() << '\n';
    return 1;
  }
}
