// Clients that come and go at random leave nothing behind. RPC_TEST_SECONDS says how long they do
// (tools/soak).

#include "allocated.h"
#include "child_server.h"
#include "desk.h"
#include "holdings.h"
#include "pipes.h"
#include "raw_client.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

using namespace fixture;
using rpc::status;

std::chrono::seconds duration() {
  const char* const given = std::getenv("RPC_TEST_SECONDS");
  return std::chrono::seconds(given != nullptr ? std::atoi(given) : sanitized ? 5 : 60);
}

/// Keeps count of its drawers.
struct counting_desk : desk_service {
  void open(std::uint32_t number, desk::drawer** made) override {
    ++opened;
    desk_service::open(number, made);
  }
  std::uint32_t left() {
    const std::lock_guard lock(desk::book.mutex);
    opened -= static_cast<std::uint32_t>(desk::book.run_down.size() + desk::book.closed.size());
    desk::book.run_down.clear();
    desk::book.closed.clear();
    return opened;
  }
  std::atomic<std::uint32_t> opened = 0;
};

/// Its operation tells what the server has.
struct counting_service : other::service {
  static constexpr std::uint32_t drawers = 0;
  static constexpr std::uint32_t kib = 1;  // allocated

  explicit counting_service(counting_desk& of) : desk(of) {}
  std::uint32_t twice(std::uint32_t what) override {
    return what == drawers ? desk.left() : static_cast<std::uint32_t>(allocated() >> 10);
  }
  counting_desk& desk;
};

/// `piped` is that of a second server, since echo and pipes have the same uuid.
void serve(rpc::server& server, const std::string& local, const std::string& piped) {
  counting_desk drawers;
  counting_service counts(drawers);
  pipes::implementation streams;
  server.add<desk::service>(drawers);
  server.add<other::service>(counts);
  server.listen(local);
  rpc::server_options options;
  options.log = [](std::string_view) {};
  rpc::server second(options);
  second.add<pipes::service>(streams);
  second.listen(piped);
  second.start();
  server.run();
}

/// One of the clients.
class visitor {
 public:
  visitor(unsigned seed, std::string tcp, std::string local, std::string piped)
      : random_(seed), where_{std::move(tcp), std::move(local)}, piped_(std::move(piped)) {}

  /// Connects, makes calls, and goes, in one of many ways.
  void visit() {
    const std::string& at = where_[below(2)];
    try {
      if (below(2) == 0)
        break_off(at);
      else
        call(at);
    } catch (const rpc::error& thrown) {
      // Nothing that the server does is an error of this kind.
      EXPECT_NE(thrown.code(), status::protocol_error) << thrown.what();
    }
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  /// By bytes: a session that ends anywhere.
  void break_off(const std::string& at) {
    multiplexed_client client(at);
    bytes session;
    for (std::uint8_t id = 1; id < 20; ++id) {
      const std::uint8_t opnum = below(2) == 0 ? 0 : 3;  // add_one, sleep
      session = session + request(3, id, opnum, number(below(30)));
      if (below(4) == 0)
        session = session + bytes{5,  0,    static_cast<std::uint8_t>(18 + below(2)),
                                  3,  0x10, 0,
                                  0,  0,    16,
                                  0,  0,    0,
                                  id, 0,    0,
                                  0};
    }
    session.resize(1 + below(static_cast<std::uint32_t>(session.size())));
    client.send(session);
    pause();
    if (below(3) == 0) {
      client.end_input();
      client.receive(28);
    }
    if (below(2) == 0) client.reset();
  }

  /// By our own client.
  void call(const std::string& at) {
    rpc::connection_options options;
    options.call_timeout = std::chrono::milliseconds(1 + below(5000));
    rpc::connection peer(at, options);
    const echo::client echoes(peer);
    std::vector<std::uint8_t> data(1 + below(20'000));
    echoes.reverse(static_cast<std::uint32_t>(data.size()), data.data());
    const desk::client drawers(peer);
    std::vector<desk::drawer*> open;
    for (std::uint32_t i = below(4); i > 0; --i) open.push_back(drawers.open(i));
    if (!open.empty() && below(2) == 0) drawers.close(open.front());
    auto source = pipes::giving<std::uint8_t>(below(100'000));
    rpc::connection second(piped_, options);
    const pipes::client streams(second);
    std::jthread other;
    if (below(3) == 0)
      other = std::jthread([&, of = below(2), cancels = below(2) == 0] {
        rpc::connection& chosen = of == 0 ? peer : second;
        cancels ? chosen.cancel() : chosen.close();
      });
    streams.store(1000, source);
    echoes.sleep(below(20));
  }

  void pause() { std::this_thread::sleep_for(std::chrono::microseconds(below(20'000))); }

  std::minstd_rand random_;
  const std::string where_[2];
  const std::string piped_;
};

/// What is held grows by so many KiB per minute: least squares over the second half of the samples.
double slope(const std::vector<std::pair<double, long>>& samples) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (std::size_t i = samples.size() / 2; i < samples.size(); ++i) {
    const auto [minutes, kib] = samples[i];
    n += 1;
    x += minutes;
    y += static_cast<double>(kib);
    xx += minutes * minutes;
    xy += minutes * static_cast<double>(kib);
  }
  const double spread = n * xx - x * x;
  return spread > 0 ? (n * xy - x * y) / spread : 0;
}

/// What is held on average between two parts of the time, in KiB.
long mean(const std::vector<std::pair<double, long>>& samples, double from, double to) {
  const auto at = [&](double part) {
    return static_cast<std::size_t>(part * static_cast<double>(samples.size()));
  };
  long sum = 0;
  for (std::size_t i = at(from); i < at(to); ++i) sum += samples[i].second;
  return sum / std::max(1L, static_cast<long>(at(to) - at(from)));
}

TEST(Soak, ClientsThatComeAndGoLeaveNothing) {
  const std::string local = local_binding();
  const std::string piped = local_binding();
  child_server server(any_port, [] {}, [&](rpc::server& of) { serve(of, local, piped); });
  const auto ask = [&](std::uint32_t what) {
    rpc::connection peer(server.where());
    const rpc::binding counts(peer, rpc::offer_of<other::service>());
    return rpc::invoke(counts, other::wire::twice{what});
  };
  ASSERT_EQ(ask(counting_service::drawers), 0u);
  const holdings before = of(server.process());
  const holdings here = of(::getpid());

  std::atomic<bool> ends = false;
  std::atomic<long> visits = 0;
  std::vector<std::thread> crowd;
  for (unsigned i = 0; i < 64; ++i)
    crowd.emplace_back([&, i] {
      visitor guest(i + 1, server.where(), local, piped);
      for (; !ends; ++visits) guest.visit();
    });
  const auto begin = clock::now();
  std::vector<std::pair<double, long>> memory;
  for (auto next = begin; clock::now() - begin < duration(); std::this_thread::sleep_until(next)) {
    next += 500ms;
    ask(counting_service::drawers);  // which forgets those that are gone
    const std::chrono::duration<double, std::ratio<60>> minutes = clock::now() - begin;
    memory.emplace_back(minutes.count(), of(server.process()).kib);
  }
  ends = true;
  for (std::thread& each : crowd) each.join();

  const auto ended = clock::now();
  EXPECT_TRUE(eventually([&] {
    return server.service().running == 0 && of(server.process()).descriptors <= before.descriptors;
  }));
  EXPECT_TRUE(eventually([&] { return ask(counting_service::drawers) == 0; }));
  const auto settled = since(ended);
  EXPECT_TRUE(eventually([&] { return of(server.process()).descriptors <= before.descriptors; }));
  const holdings after = of(server.process());
  EXPECT_EQ(of(::getpid()).descriptors, here.descriptors);
  EXPECT_LE(after.threads, 2 * 68);  // of each: its own, and server_options::threads
  // Threads that have read keep room for 128 KiB each, and malloc keeps up to 236 KiB for a thread.
  const char* const tunables = std::getenv("GLIBC_TUNABLES");
  const long cached = sanitized || tunables != nullptr ? 0 : 236;
  const long kept = ask(counting_service::kib) - (128 + cached) * after.threads;
  EXPECT_LT(kept, 4 << 10);
  // Resident memory has reached a plateau after a third of the time: what comes later replaces what
  // goes. A sanitizer's allocator keeps memory that was released as long as it likes: there only
  // what is allocated counts, above.
  const long early = mean(memory, 1. / 3, 2. / 3);
  const long late = mean(memory, 2. / 3, 1);
  if (!sanitized) {
    EXPECT_LT(late - early, 3 << 10);
  }

  std::printf(
      "%ld visits; after %ld ms no calls, no contexts and %ld descriptors; %ld threads, %ld KiB "
      "allocated "
      "besides theirs; %ld KiB resident, %ld and %ld KiB on average before, %ld KiB at first, "
      "%+.0f KiB per minute\n",
      visits.load(), static_cast<long>(settled.count()), after.descriptors, after.threads, kept,
      after.kib, late, early, before.kib, slope(memory));
}

}  // namespace
