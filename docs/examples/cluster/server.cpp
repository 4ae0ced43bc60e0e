// server NUMBER BINDING [MAPPER]: one of the servers. Ends by SIGTERM when the calls that run are
// answered.
#include "jobs.h"

#include <rpc/endpoint_mapper.h>

#include <cstdio>
#include <cstdlib>
#include <optional>

namespace {

class my_jobs : public jobs::service {
 public:
  explicit my_jobs(std::uint32_t number) : number_(number) {}

  std::uint32_t square(std::uint32_t number, std::uint32_t* server) override {
    *server = number_;
    return number * number;
  }

 private:
  std::uint32_t number_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  my_jobs implementation(static_cast<std::uint32_t>(std::atoi(arguments[1])));
  rpc::server server;
  server.add<jobs::service>(implementation);
  const rpc::endpoint where = server.listen(arguments[2]);
  // With a mapper, clients need no port: they ask it. Who asks after the server has stopped, and
  // before the registration ends, finds no server there and asks again.
  std::optional<rpc::endpoint_registration> known;
  if (count > 3)
    known.emplace(server, rpc::connection(arguments[3]), "jobs", rpc::registration::adds);
  std::printf("%s\n", where.text().c_str());
  std::fflush(stdout);
  server.run_until({SIGINT, SIGTERM});
}
