//===- Main.cpp - rpc-endpoint-mapper -------------------------------------===//
#include <rpc/endpoint_mapper.h>
#include <rpc/error.h>
#include <rpc/server.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <getopt.h>

namespace {

constexpr const char *Usage =
    "usage: rpc-endpoint-mapper [BINDING...]\n"
    "\n"
    "Serves the endpoint mapper of DCE/RPC: servers of this machine register "
    "where\n"
    "they listen, and clients ask for it. Without arguments it listens at\n"
    "ncacn_ip_tcp:0.0.0.0[135], where clients of other machines ask, and at\n"
    "ncalrpc:[/run/rpc-endpoint-mapper], where servers register: those that "
    "run as\n"
    "the same user, or as root. Prints where it listens, and ends at SIGINT "
    "and\n"
    "SIGTERM.\n"
    "\n"
    "  --help, --version\n";

void serve(const std::vector<std::string> &Bindings) {
  rpc::server_options Options;
  Options.allow_anonymous = true; // which clients of a mapper are
  rpc::server Server(Options);
  rpc::serve_endpoint_mapper(Server);
  for (const std::string &Binding : Bindings)
    std::puts(Server.listen(Binding).text().c_str());
  std::fflush(stdout);
  Server.run_until({SIGINT, SIGTERM});
}

} // namespace

int main(int Count, char **Words) {
  enum : int { Help = 256, Version };
  const option Known[] = {{"help", no_argument, nullptr, Help},
                          {"version", no_argument, nullptr, Version},
                          {}};
  for (int Next;
       (Next = getopt_long(Count, Words, "", Known, nullptr)) != -1;) {
    if (Next == Help)
      std::fputs(Usage, stdout);
    else if (Next == Version)
      std::puts("rpc-endpoint-mapper " RPCGEN_VERSION);
    return Next == Help || Next == Version ? 0 : 2;
  }
  std::vector<std::string> Bindings(Words + optind, Words + Count);
  if (Bindings.empty())
    Bindings = {"ncacn_ip_tcp:0.0.0.0[135]",
                "ncalrpc:[/run/rpc-endpoint-mapper]"};
  try {
    serve(Bindings);
    return 0;
  } catch (const std::exception &Thrown) {
    std::fprintf(stderr, "rpc-endpoint-mapper: %s\n", Thrown.what());
    return 1;
  }
}
