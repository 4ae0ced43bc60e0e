// registered_server MAPPER [ENDPOINTS]: serves echo, registers it, prints where it listens first,
// and ends with its standard input.
#include "echo.h"

#include <rpc/endpoint_mapper.h>

#include <iostream>
#include <string>

namespace {

struct implementation : echo::service {
  std::int32_t add_one(std::int32_t value) override { return value + 1; }
};

}  // namespace

int main(int argc, char** argv) {
  implementation served;
  rpc::server server;
  server.add<echo::service>(served);
  const rpc::endpoint at = server.listen("ncacn_ip_tcp:127.0.0.1[0]");
  for (int more = argc > 2 ? std::stoi(argv[2]) : 1; more > 1; --more)
    server.listen("ncacn_ip_tcp:127.0.0.1[0]");
  server.start();
  const rpc::endpoint_registration registered(server, rpc::connection(argv[1]), "Echo");
  std::cout << at.text() << std::endl;
  std::cin.ignore(1 << 20, '\0');
}
