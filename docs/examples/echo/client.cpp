// client BINDING, as in: client 'ncacn_ip_tcp:127.0.0.1[5000]'
#include <iostream>

#include "calls.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: client BINDING\n";
    return 2;
  }
  try {
    rpc::connection peer(argv[1]);
    make_calls(echo::client(peer));
  } catch (const rpc::error& problem) {
    std::cerr << "client: " << problem.what() << '\n';
    return 1;
  }
}
