// tickets_server BINDING: serves tickets until its standard input ends.
#include <atomic>
#include <iostream>
#include <limits>

#include "tickets.h"

struct tickets::ticket {
  std::uint32_t number;
};

namespace {

std::atomic<std::uint32_t> lost_tickets = 0;

class implementation : public tickets::service {
 public:
  void open(std::uint32_t number, tickets::handle* made) override {
    *made = new tickets::ticket{number};
  }
  std::uint32_t use(tickets::handle with) override { return with->number; }
  void close(tickets::handle* left) override {
    delete *left;
    *left = nullptr;
  }
  std::uint32_t lost() override { return lost_tickets; }
};

}  // namespace

void tickets::lose(handle left) {
  ++lost_tickets;
  delete left;
}

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: tickets_server BINDING\n";
    return 2;
  }
  implementation tickets;
  rpc::server server;
  server.add<tickets::service>(tickets);
  std::cout << server.listen(argv[1]).text() << std::endl;
  server.start();
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  server.stop();
}
