// client SECONDS THREADS MAPPER_PORT BINDING...: a call every millisecond, over connections that
// reconnect, and says how many calls each server has answered, and how many failed. Endpoint
// mappers have port 135, but for those of tests.
#include "jobs.h"

#include <rpc/reconnecting.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using std::chrono::steady_clock;

std::mutex guard;
std::map<std::uint32_t, unsigned> answered;  // calls of each server
unsigned failed = 0;

void call(const std::vector<std::string>& servers, std::uint16_t mapper_port,
          steady_clock::time_point end) {
  using namespace std::chrono_literals;
  // Each thread has a connection of its own, so that the load balancer can distribute them.
  const jobs::client jobs(rpc::reconnecting(servers, {.connection = {.mapper_port = mapper_port},
                                                      .first_delay = 10ms,
                                                      .largest_delay = 200ms,
                                                      .repeat_idempotent = true}));
  std::map<std::uint32_t, unsigned> counted;
  unsigned failures = 0;
  for (std::uint32_t i = 0; steady_clock::now() < end; ++i) {
    try {
      std::uint32_t server = 0;
      if (jobs.square(i, &server) != i * i) throw std::runtime_error("a wrong square");
      ++counted[server];
    } catch (const std::exception& thrown) {
      std::fprintf(stderr, "%s\n", thrown.what());
      ++failures;
    }
    std::this_thread::sleep_for(1ms);
  }
  const std::lock_guard lock(guard);
  for (const auto& [server, calls] : counted) answered[server] += calls;
  failed += failures;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 5) return 2;
  const auto end = steady_clock::now() + std::chrono::seconds(std::atoi(arguments[1]));
  const auto mapper_port = static_cast<std::uint16_t>(std::atoi(arguments[3]));
  const std::vector<std::string> servers(arguments + 4, arguments + count);
  std::vector<std::thread> threads;
  for (int i = 0; i < std::atoi(arguments[2]); ++i)
    threads.emplace_back([&] { call(servers, mapper_port, end); });
  for (std::thread& each : threads) each.join();
  for (const auto& [server, calls] : answered) std::printf("server %u: %u calls\n", server, calls);
  std::printf("%u failed\n", failed);
  return failed == 0 ? 0 : 1;
}
