// Calls of objects (C706 12.6.4.9): which implementation gets them, and what it learns.

#include "desk.h"
#include "raw_client.h"

#include <rpc/management.h>

#include <utility>

namespace {

using namespace fixture;

constexpr rpc::uuid first_id{"00112233-4455-6677-8899-aabbccddeeff"};
constexpr rpc::uuid second_id{"10112233-4455-6677-8899-aabbccddeeff"};
constexpr rpc::uuid unknown_id{"20112233-4455-6677-8899-aabbccddeeff"};

/// Multiplies, and remembers for which object it was called last.
struct multiplier : other::service {
  explicit multiplier(std::uint32_t factor) : by(factor) {}
  std::uint32_t twice(std::uint32_t value) override {
    object = rpc::current_call().object;
    return by * value;
  }
  const std::uint32_t by;
  rpc::uuid object{};
};

struct objects_server {
  explicit objects_server(bool with_default) : server(running_server::with({}, log)) {
    if (with_default) server.add<other::service>(none);
    server.add<other::service>(first, first_id);
    server.add<other::service>(second, second_id);
    tcp = server.listen(any_port).text();
    local = server.listen(local_binding()).text();
    server.start();
  }
  std::unique_ptr<rpc::connection> connect(via way) {
    if (way == via::in_process) return std::make_unique<rpc::connection>(server);
    return std::make_unique<rpc::connection>(way == via::tcp ? tcp : local);
  }
  log_book log;
  multiplier none{2}, first{3}, second{5};
  std::string tcp, local;
  rpc::server server;
};

std::uint32_t call(const rpc::connection& peer) { return other::client(peer).twice(7); }

class Objects : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(, Objects, testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& of) { return name(of.param); });

TEST_P(Objects, HaveImplementations) {
  objects_server at(true);
  const auto peer = at.connect(GetParam());
  const rpc::connection first(*peer, first_id);
  const rpc::connection second(*peer, second_id);
  const rpc::connection unknown(*peer, unknown_id);
  EXPECT_EQ(call(first), 21u);
  EXPECT_EQ(at.first.object, first_id);
  EXPECT_EQ(call(second), 35u);
  EXPECT_EQ(at.second.object, second_id);
  EXPECT_EQ(call(unknown), 14u);
  EXPECT_EQ(at.none.object, unknown_id);
  EXPECT_EQ(call(*peer), 14u);
  EXPECT_EQ(at.none.object, rpc::uuid());
}

TEST_P(Objects, WithoutAnImplementationAreRefused) {
  objects_server at(false);
  const auto peer = at.connect(GetParam());
  const rpc::connection first(*peer, first_id);
  const rpc::connection unknown(*peer, unknown_id);
  for (const rpc::connection* const other : {&std::as_const(*peer), &unknown}) {
    try {
      call(*other);
      ADD_FAILURE() << "was called";
    } catch (const rpc::error& thrown) {
      EXPECT_EQ(thrown.code(), rpc::status::unsupported_type);
      EXPECT_TRUE(thrown.did_not_execute());
    }
  }
  EXPECT_EQ(call(first), 21u);
  EXPECT_TRUE(at.log.gets("other::twice: no implementation for calls without an object"));
  EXPECT_TRUE(at.log.gets("other::twice: no implementation for the object " + unknown_id.text()));
}

// C706 12.6.4.9: the object follows the opnum, and the stub data follow it.
TEST(ObjectsOnTheWire, FollowTheOpnum) {
  echo_service service;
  log_book log;
  rpc::server server(running_server::with({}, log));
  server.add<echo::service>(service, first_id);
  const std::string where = server.listen(any_port).text();
  server.start();
  multiplexed_client client(where);
  const bytes object{0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66,
                     0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF};
  client.send(request(0x83, 2, 0, object + number(5)));
  const bytes response = client.receive(28);
  ASSERT_EQ(response.size(), 28u);
  EXPECT_EQ(response[2], 2);
  EXPECT_EQ(bytes(response.begin() + 24, response.end()), number(6));

  bytes other = object;
  other[15] = 0;
  client.send(request(0x83, 3, 0, other + number(5)));
  const bytes fault = client.receive(32);
  ASSERT_EQ(fault.size(), 32u);
  EXPECT_EQ(fault[2], 3);
  EXPECT_EQ(fault[3], 0x23);  // whole, did not execute
  EXPECT_EQ(bytes(fault.begin() + 24, fault.begin() + 28), number(0x1C010017));
}

// C706, rpc_server_register_if: a nil object is no object.
TEST(ObjectsOnTheWire, ANilObjectIsNone) {
  objects_server at(true);
  const rpc::connection peer(at.tcp);
  const rpc::connection nil(peer, rpc::uuid());
  at.none.object = first_id;
  EXPECT_EQ(call(nil), 14u);
  EXPECT_EQ(at.none.object, rpc::uuid());
}

TEST(ObjectsOfAServer, AreOfOneInterface) {
  objects_server at(true);
  EXPECT_EQ(at.server.interfaces().size(), 2u);  // and the management
  EXPECT_EQ(rpc::inquire_interfaces(rpc::connection(at.tcp)).size(), 2u);
}

TEST(ObjectsOfAServer, AreAddedOnce) {
  objects_server at(false);
  multiplier more(11);
  EXPECT_THROW(at.server.add<other::service>(more, first_id), std::invalid_argument);
  EXPECT_THROW(at.server.add<other::service>(more, rpc::requirement{}, second_id),
               std::invalid_argument);
  const rpc::connection peer(at.server);
  EXPECT_EQ(call(rpc::connection(peer, first_id)), 21u);
  at.server.add<other::service>(more);
  EXPECT_THROW(at.server.add<other::service>(more), std::invalid_argument);
  at.server.add<other::service>(more, unknown_id);
  const rpc::connection later(at.server);
  EXPECT_EQ(call(later), 77u);
  EXPECT_EQ(call(rpc::connection(later, unknown_id)), 77u);
}

// What an implementation keeps is of no use to another one, which may keep something else.
TEST(ObjectsOfAServer, KeepContextsOfTheirOwn) {
  desk_server at;
  desk_service second;
  at.server.add<desk::service>(second, second_id);
  at.server.add<desk::service>(second, unknown_id);
  const rpc::connection peer(at.server);
  const desk::client none(peer);
  const desk::client of_second(rpc::connection(peer, second_id));
  const desk::client of_another(rpc::connection(peer, unknown_id));
  desk::drawer* in_none = none.make(1);
  desk::drawer* in_second = of_second.make(2);
  EXPECT_EQ(none.use(in_none), 1u);
  EXPECT_EQ(of_second.use(in_second), 2u);
  EXPECT_EQ(of_another.use(in_second), 2u);
  EXPECT_EQ(status_of([&] { of_second.use(in_none); }), rpc::status::fault_context_mismatch);
  EXPECT_EQ(status_of([&] { none.use(in_second); }), rpc::status::fault_context_mismatch);
  none.close(in_none);
  of_second.close(in_second);
}

TEST(ObjectsOfAServer, HaveRequirementsOfTheirOwn) {
  objects_server at(true);
  multiplier guarded(11);
  rpc::requirement nobodys;
  nobodys.authorise = [](const rpc::caller& by, std::uint16_t) { return by.object != unknown_id; };
  at.server.add<other::service>(guarded, nobodys, unknown_id);
  const rpc::connection peer(at.server);
  EXPECT_EQ(call(peer), 14u);
  EXPECT_EQ(status_of([&] { call(rpc::connection(peer, unknown_id)); }),
            rpc::status::access_denied);
}

}  // namespace
