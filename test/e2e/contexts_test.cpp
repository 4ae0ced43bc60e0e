// Context handles and binding handles through generated stubs.

#include "contexts.h"

#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "peers.h"

class counters::counter {
 public:
  explicit counter(std::uint32_t start) : now(start) {}
  virtual ~counter() = default;
  std::uint32_t now;
};

namespace {

std::mutex book;
std::vector<std::string> gone;

void note(const std::string& what) {
  const std::lock_guard lock(book);
  gone.push_back(what);
}
std::vector<std::string> noted() {
  const std::lock_guard lock(book);
  return gone;
}

template <class Condition>
bool eventually(Condition done) {
  const auto start = std::chrono::steady_clock::now();
  while (!done() && std::chrono::steady_clock::now() - start < std::chrono::seconds(2))
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return done();
}

}  // namespace

void counters::forget(handle left) {
  note("counter " + std::to_string(left->now));
  delete left;
}
void counters::total_rundown(total) { note("total"); }

namespace {

const int a_total = 0;
int lent = 42;

struct counting final : counters::service {
  void open(std::uint32_t start, counters::handle* made) override {
    *made = start == 0 ? nullptr : new counters::counter(start);
  }
  counters::handle open_another(std::uint32_t start) override {
    return new counters::counter(start);
  }
  std::uint32_t add(counters::handle to, std::uint32_t n) override { return to->now += n; }
  void read(counters::handle from, std::uint32_t& n) override { n = from->now; }
  void close(counters::handle& left) override {
    delete left;
    left = nullptr;
  }
  std::uint32_t sum(std::uint8_t sign, counters::handle first, counters::handle second) override {
    return sign == 0 ? first->now + second->now : first->now - second->now;
  }
  counters::total begin() override { return &a_total; }
  void end(counters::total* left) override { *left = *left == &a_total ? nullptr : &a_total; }
  void borrow(void** what) override { *what = &lent; }
  void* borrow_another() override { return &lent; }
  std::uint32_t look(void* what) override {
    return static_cast<std::uint32_t>(*static_cast<int*>(what));
  }
  void open_some(std::uint32_t first, std::uint32_t count, std::uint32_t* made,
                 counters::handle** some) override {
    *made = count;
    if (count == 0) return;
    *some = static_cast<counters::handle*>(rpc::allocate(count * sizeof(counters::handle)));
    for (std::uint32_t i = 0; i < count; ++i) (*some)[i] = new counters::counter(first + i);
  }
  void open_pair(std::uint32_t first, counters::handle* pair) override {
    pair[0] = nullptr;
    pair[1] = new counters::counter(first);
  }
  std::uint32_t sum_some(std::uint32_t count, const counters::handle* some) override {
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i < count; ++i) sum += some[i]->now;
    return sum;
  }
  void close_any(void** left) override {
    note(*left == &lent ? "lent" : *left == &a_total ? "total" : "counter");
    if (*left != &lent && *left != &a_total) delete static_cast<counters::counter*>(*left);
    *left = nullptr;
  }
};

class contexts : public testing::TestWithParam<meeting> {
 protected:
  void SetUp() override { gone.clear(); }
};
INSTANTIATE_TEST_SUITE_P(all, contexts, testing::ValuesIn(meetings), meeting_name);

TEST_P(contexts, live_as_long_as_their_client) {
  {
    peers<counters::service, counting> both(GetParam());
    const counters::client client(both.connection());
    counters::handle first = nullptr;
    client.open(10, &first);
    counters::handle second = client.open_another(4);
    EXPECT_EQ(client.add(first, 5), 15u);
    std::uint32_t now = 0;
    client.read(first, now);
    EXPECT_EQ(now, 15u);
    EXPECT_EQ(client.sum(0, first, second), 19u);
    EXPECT_EQ(client.sum(1, first, second), 11u);
    client.close(first);
    EXPECT_EQ(first, nullptr);
    EXPECT_THROW(client.add(first, 1), rpc::error);
    client.open(0, &first);
    EXPECT_EQ(first, nullptr);

    counters::total all = client.begin();
    EXPECT_NE(all, nullptr);
    client.end(&all);
    EXPECT_EQ(all, nullptr);
    client.end(&all);  // makes one of a null handle
    EXPECT_NE(all, nullptr);

    void* borrowed = nullptr;
    client.borrow(&borrowed);
    EXPECT_NE(borrowed, &lent);  // the server's pointer is not the client's
    EXPECT_EQ(client.look(borrowed), 42u);
    EXPECT_EQ(client.look(client.borrow_another()), 42u);
    // Each type for itself.
    EXPECT_THROW(client.look(const_cast<void*>(all)), rpc::error);
    EXPECT_EQ(noted(), std::vector<std::string>{});
  }
  EXPECT_TRUE(eventually([] { return noted().size() == 2; }));
  EXPECT_EQ(noted(), (std::vector<std::string>{"total", "counter 4"}));
}

TEST_P(contexts, of_any_type_are_ended_by_one_operation) {
  peers<counters::service, counting> both(GetParam());
  const counters::client client(both.connection());
  void* first = client.open_another(4);
  void* const copy = first;
  client.close_any(&first);
  EXPECT_EQ(first, nullptr);
  EXPECT_THROW(client.add(static_cast<counters::handle>(copy), 1), rpc::error);
  void* second = const_cast<void*>(client.begin());
  client.close_any(&second);
  void* third = client.borrow_another();
  client.close_any(&third);
  EXPECT_EQ(noted(), (std::vector<std::string>{"counter", "total", "lent"}));
}

TEST_P(contexts, may_be_several) {
  {
    peers<counters::service, counting> both(GetParam());
    const counters::client client(both.connection());
    std::uint32_t made = 0;
    counters::handle* some = nullptr;
    client.open_some(5, 4, &made, &some);
    ASSERT_EQ(made, 4u);
    EXPECT_EQ(client.sum_some(4, some), 5u + 6 + 7 + 8);
    EXPECT_EQ(client.add(some[2], 1), 8u);
    const counters::handle twice[] = {some[2], some[0], some[2]};
    EXPECT_EQ(client.sum_some(3, twice), 8u + 5 + 8);
    client.close(some[2]);
    EXPECT_EQ(some[2], nullptr);
    EXPECT_THROW(client.sum_some(4, some), rpc::error) << "null";
    EXPECT_EQ(client.sum_some(2, some), 5u + 6);

    counters::handle pair[] = {some[0], some[0]};
    client.open_pair(30, pair);
    EXPECT_EQ(pair[0], nullptr);
    EXPECT_EQ(client.add(pair[1], 1), 31u);
    rpc::free(some);
    client.open_some(0, 0, &made, &some);
    EXPECT_EQ(some, nullptr);
  }
  // Each was a context of its own.
  EXPECT_TRUE(eventually([] { return noted().size() == 4; }));
  EXPECT_EQ(noted(),
            (std::vector<std::string>{"counter 31", "counter 8", "counter 6", "counter 5"}));
}

TEST_P(contexts, of_which_there_is_no_room_are_run_down) {
  rpc::server_options options;
  options.max_contexts = 3;
  {
    peers<counters::service, counting> both(GetParam(), options);
    const counters::client client(both.connection());
    std::uint32_t made = 0;
    counters::handle* some = nullptr;
    EXPECT_THROW(client.open_some(1, 5, &made, &some), rpc::error);
    EXPECT_EQ(some, nullptr);
    EXPECT_TRUE(eventually([] { return noted().size() == 5; })) << "none is left";
    client.open_some(6, 3, &made, &some);
    EXPECT_EQ(client.sum_some(3, some), 6u + 7 + 8);
    rpc::free(some);
  }
}

TEST_P(contexts, are_of_one_connection) {
  peers<counters::service, counting> here(GetParam());
  peers<counters::service, counting> there(GetParam());
  const counters::client client(here.connection());
  const counters::handle made = client.open_another(1);
  try {
    counters::client(there.connection()).add(made, 1);
    FAIL() << "a handle of another connection was accepted";
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::fault_context_mismatch);
    EXPECT_NE(std::string(e.what()).find("'to'"), std::string::npos) << e.what();
  }
  EXPECT_EQ(client.add(made, 1), 2u);
}

// Two servers, each of which says which one it is.
struct place final : named::service, implied::service {
  explicit place(std::uint32_t which) : number(which) {}
  std::uint32_t which(rpc::handle_t at) override {
    from = at.from();
    return number;
  }
  std::uint32_t twice(std::uint32_t n, rpc::handle_t) override { return 2 * n; }
  std::uint32_t which() override { return number; }

  std::uint32_t number;
  rpc::caller from;
};

struct place_server {
  explicit place_server(std::uint32_t number) : here(number) {
    server.add<named::service>(here);
    server.add<implied::service>(here);
    at = server.listen("ncacn_ip_tcp:127.0.0.1[0]").text();
    server.start();
  }
  place here;
  rpc::server server;
  std::string at;
};

TEST(binding_handles, name_the_server_of_each_call) {
  place_server one(1), two(2);
  rpc::connection to_one(one.at), to_two(two.at), inside(two.server);
  const named::client client;
  EXPECT_EQ(client.which(to_one), 1u);
  EXPECT_EQ(client.which(to_two), 2u);
  EXPECT_EQ(client.twice(21, to_one), 42u);
  EXPECT_EQ(one.here.from.peer, "ncacn_ip_tcp:127.0.0.1");
  EXPECT_NE(one.here.from.association, 0u);
  EXPECT_EQ(one.here.from.connection, 1u);
  EXPECT_EQ(client.which(inside), 2u);
  EXPECT_EQ(two.here.from.peer, "in this process");

  // Without a handle the client's own connection is used, if it has one.
  const named::client bound(to_one);
  EXPECT_EQ(bound.which({}), 1u);
  EXPECT_EQ(bound.which(to_two), 2u);
  try {
    client.which({});
    FAIL() << "a call without a server";
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::invalid_binding);
    EXPECT_NE(std::string(e.what()).find("named::which"), std::string::npos) << e.what();
  }
  EXPECT_THROW(static_cast<void>(rpc::handle_t(to_one).from()), rpc::error);
}

TEST(binding_handles, may_be_implied) {
  place_server one(1), two(2);
  rpc::connection to_one(one.at), to_two(two.at);
  const implied::client client;
  EXPECT_THROW(client.which(), rpc::error);
  places::usual = to_one;
  EXPECT_EQ(client.which(), 1u);
  places::usual = to_two;
  EXPECT_EQ(client.which(), 2u);
  EXPECT_EQ(implied::client(to_one).which(), 1u);
  places::usual = {};
}

}  // namespace

rpc::handle_t places::usual;
