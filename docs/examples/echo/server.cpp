// server BINDING, as in: server 'ncacn_ip_tcp:127.0.0.1[5000]'
#include <iostream>

#include "my_echo.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: server BINDING\n";
    return 2;
  }
  try {
    my_echo implementation;
    rpc::server server;
    server.add<echo::service>(implementation);
    std::cout << "listening on " << server.listen(argv[1]).text() << std::endl;
    server.run_until({SIGINT, SIGTERM});
  } catch (const std::exception& problem) {
    std::cerr << "server: " << problem.what() << '\n';
    return 1;
  }
}
