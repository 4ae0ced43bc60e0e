// Client and server in one process: the same calls, without a socket.
#include "calls.h"
#include "my_echo.h"

int main() {
  my_echo implementation;
  rpc::server server;
  server.add<echo::service>(implementation);

  rpc::connection peer(server);
  make_calls(echo::client(peer));
}
