// Server and client in one program, as the page from-grpc.md shows them.
#include "stations.h"

#include <rpc/async.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <mutex>

namespace {

// An error that is an answer: a status of the program's own.
constexpr auto no_such_station = static_cast<rpc::status>(0xE0000001);

class my_stations : public stations::service {
 public:
  stations::report latest(std::string_view station, std::uint32_t most) override {
    const std::lock_guard lock(mutex_);
    const auto found = all_.find(station);
    if (found == all_.end()) throw rpc::error(no_such_station, std::string(station));
    stations::report result{std::string(station), found->second, {}};
    const std::size_t left_out =
        result.samples.size() - std::min<std::size_t>(most, result.samples.size());
    result.samples.erase(result.samples.begin(),
                         result.samples.begin() + static_cast<std::ptrdiff_t>(left_out));
    if (left_out > 0) result.remark = std::to_string(left_out) + " left out";
    return result;
  }

  std::uint64_t record(std::string_view station, rpc::pipe<stations::sample>& samples) override {
    std::array<stations::sample, 64> part;
    std::uint64_t count = 0;
    while (const std::size_t taken = samples.pull(part)) {
      const std::lock_guard lock(mutex_);
      auto& to = all_[std::string(station)];
      to.insert(to.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(taken));
      count += taken;
    }
    return count;
  }

  void replay(std::string_view station, rpc::pipe<stations::sample>& samples) override {
    const stations::report all = latest(station, ~0u);
    samples.push(all.samples);
  }

  // The response begins when the request has ended.
  void smooth(rpc::pipe<stations::sample>& raw, rpc::pipe<stations::sample>& smoothed) override {
    std::vector<stations::sample> all;
    std::array<stations::sample, 64> part;
    while (const std::size_t taken = raw.pull(part))
      all.insert(all.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(taken));
    double sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      sum += all[i].celsius;
      all[i].celsius = sum / static_cast<double>(i + 1);
    }
    smoothed.push(all);
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::vector<stations::sample>, std::less<>> all_;
};

void use(const stations::client& stations) {
  using namespace std::chrono_literals;
  const std::array<stations::sample, 3> taken{{{100, 3.0}, {200, 5.0}, {300, 10.0}}};

  std::size_t sent = 0;
  rpc::source<stations::sample> samples([&](std::span<stations::sample> into) {
    const std::size_t count = std::min(into.size(), taken.size() - sent);
    std::copy_n(taken.begin() + static_cast<std::ptrdiff_t>(sent), count, into.begin());
    sent += count;
    return count;
  });
  std::printf("%llu recorded\n",
              static_cast<unsigned long long>(stations.record("north", samples)));

  // A deadline is an option of a call, or of a client.
  const stations::report found = rpc::with(stations, {.timeout = 2s}).latest("north", 2);
  std::printf("%s: %zu samples, %s\n", found.station.c_str(), found.samples.size(),
              found.remark->c_str());

  rpc::sink<stations::sample> printed([](std::span<const stations::sample> part) {
    for (const stations::sample& each : part)
      std::printf("at %lld %.1f\n", static_cast<long long>(each.taken), each.celsius);
  });
  stations.replay("north", printed);

  sent = 0;
  stations.smooth(samples, printed);

  // An asynchronous call.
  rpc::pending<stations::report> pending = rpc::async(stations).latest("north", 1);
  std::printf("%.1f\n", pending.get().samples.at(0).celsius);

  try {
    stations.latest("south", 1);
  } catch (const rpc::error& failed) {
    std::printf("0x%08X\n", static_cast<unsigned>(failed.code()));
  }
}

}  // namespace

int main() {
  my_stations implementation;
  rpc::server server;
  server.add<stations::service>(implementation);
  const rpc::endpoint where = server.listen("ncacn_ip_tcp:127.0.0.1[0]");
  server.start();
  use(stations::client(where.text()));
}
