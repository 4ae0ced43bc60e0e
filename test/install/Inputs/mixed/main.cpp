#include "rooms.h"
#include "shapes.h"

extern "C" int helper(int, int);

struct implementation : shapes::service {
  std::int32_t area(point corner) override { return helper(corner.x, corner.y); }
};

struct building : rooms::service {
  std::int32_t Count(std::int32_t floor) override { return 10 * floor; }
};

int main() {
  implementation here;
  building tall;
  rpc::server server;
  server.add<shapes::service>(here);
  server.add<rooms::service>(tall);
  rpc::connection peer(server);
  return shapes::client(peer).area({6, 7}) == 42 && rooms::client(peer).Count(4) == 40 ? 0 : 1;
}
