//===- Main.cpp - rpc-endpoint-mapper -------------------------------------===//
#include <rpc/endpoint_mapper.h>
#include <rpc/error.h>
#include <rpc/json/server_configuration.h>
#include <rpc/server.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <getopt.h>

namespace {

constexpr const char *Usage =
    "usage: rpc-endpoint-mapper [--config FILE] [BINDING...]\n"
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
    "  --config FILE  limits, and where to listen if there is no BINDING: "
    "JSON as in\n"
    "                 rpc/json/server_configuration.h\n"
    "  --help, --version\n";

rpc::server_configuration configuration(const char *File) {
  rpc::server_options Options;
  Options.allow_anonymous = true; // which clients of a mapper are
  if (File)
    return rpc::read_server_configuration(File, Options);
  return {Options, {}};
}

void serve(rpc::server_configuration By,
           const std::vector<std::string> &Bindings) {
  if (!Bindings.empty())
    By.endpoints.clear();
  for (const std::string &Binding : Bindings)
    By.endpoints.push_back({Binding});
  if (By.endpoints.empty())
    By.endpoints = {{"ncacn_ip_tcp:0.0.0.0[135]"},
                    {"ncalrpc:[/run/rpc-endpoint-mapper]"}};
  rpc::server Server(By.options);
  rpc::serve_endpoint_mapper(Server);
  for (const auto &[Binding, Options] : By.endpoints)
    std::puts(Server.listen(Binding, Options).text().c_str());
  std::fflush(stdout);
  Server.run_until({SIGINT, SIGTERM});
}

} // namespace

int main(int Count, char **Words) {
  enum : int { Config = 256, Help, Version };
  const option Known[] = {{"config", required_argument, nullptr, Config},
                          {"help", no_argument, nullptr, Help},
                          {"version", no_argument, nullptr, Version},
                          {}};
  const char *File = nullptr;
  for (int Next;
       (Next = getopt_long(Count, Words, "", Known, nullptr)) != -1;) {
    if (Next == Config) {
      File = optarg;
      continue;
    }
    if (Next == Help)
      std::fputs(Usage, stdout);
    else if (Next == Version)
      std::puts("rpc-endpoint-mapper " RPCGEN_VERSION);
    return Next == Help || Next == Version ? 0 : 2;
  }
  try {
    serve(configuration(File), {Words + optind, Words + Count});
    return 0;
  } catch (const std::exception &Thrown) {
    std::fprintf(stderr, "rpc-endpoint-mapper: %s\n", Thrown.what());
    return 1;
  }
}
