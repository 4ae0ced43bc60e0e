// The endpoint mapper (C706 appendix O): registering, looking up, and binding without a port.

#include "child_server.h"
#include "fixture.h"

#include <rpc/endpoint_mapper.h>
#include <rpc/reconnecting.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace fixture;

constexpr rpc::syntax_id echoes = rpc::interface<echo::service>::id;
constexpr rpc::syntax_id others = rpc::interface<other::service>::id;

/// A server that is a mapper only.
struct running_mapper {
  explicit running_mapper(const rpc::endpoint_mapper_options& options = {})
      : server(running_server::with({}, log)) {
    rpc::serve_endpoint_mapper(server, options);
    tcp = server.listen(any_port);
    local = server.listen(local_binding());
    server.start();
  }

  /// What clients need that are to ask it.
  [[nodiscard]] rpc::connection_options asked() const { return {.mapper_port = tcp.port}; }

  log_book log;
  rpc::server server;
  rpc::endpoint tcp{"ncacn_ip_tcp:"};
  rpc::endpoint local{"ncacn_ip_tcp:"};
};

std::vector<std::string> bindings_of(const std::vector<rpc::endpoint_entry>& entries,
                                     const rpc::syntax_id& interface) {
  std::vector<std::string> result;
  for (const rpc::endpoint_entry& each : entries)
    if (each.where.interface == interface && each.where.transfer_syntax == rpc::ndr20_syntax)
      result.push_back(each.where.binding());
  return result;
}

rpc::endpoint_entry entry(const rpc::syntax_id& interface, int port, const rpc::uuid& object = {}) {
  return {{interface, rpc::ndr20_syntax, "ncacn_ip_tcp", "192.0.2.1", std::to_string(port)},
          object,
          "number " + std::to_string(port)};
}

/// An object.
rpc::uuid numbered(int number) {
  rpc::uuid result;
  result.bytes[14] = static_cast<std::uint8_t>(number >> 8);
  result.bytes[15] = static_cast<std::uint8_t>(number);
  return result;
}

TEST(endpoint_mapper, knows_a_server_as_long_as_it_is_registered) {
  const running_mapper mapper;
  running_server server;
  const rpc::connection asked(mapper.local);
  {
    const rpc::endpoint_registration own(server.server, asked, "Echo");
    const auto found = rpc::lookup_endpoints(asked);
    EXPECT_EQ(found, own.entries());
    EXPECT_EQ(found.size(), 8u);  // two interfaces, two endpoints, two syntaxes
    EXPECT_EQ(bindings_of(found, echoes), (std::vector{server.tcp, server.local}));
    EXPECT_EQ(found[0].annotation, "Echo");
  }
  EXPECT_TRUE(rpc::lookup_endpoints(asked).empty());
}

TEST(endpoint_mapper, gives_clients_the_port) {
  const running_mapper mapper;
  running_server server;
  const rpc::endpoint_registration own(server.server, rpc::connection(mapper.local));
  const rpc::connection peer("ncacn_ip_tcp:127.0.0.1", mapper.asked());
  const echo::client echo(peer);
  EXPECT_EQ(echo.add_one(1), 2u);
  EXPECT_EQ(other::client(peer).twice(4), 8u);
  // Both are at one port, and share a connection.
  EXPECT_EQ(server.server.statistics().connections, 1u);
}

TEST(endpoint_mapper, one_connection_object_reaches_servers_at_several_ports) {
  const running_mapper mapper;
  echo_service echo_impl;
  other_service other_impl;
  rpc::server first;
  rpc::server second;
  first.add<echo::service>(echo_impl);
  second.add<other::service>(other_impl);
  const rpc::connection asked(mapper.local);
  std::vector<std::unique_ptr<rpc::endpoint_registration>> registered;
  for (rpc::server* const each : {&first, &second}) {
    each->listen(any_port);
    each->start();
    registered.push_back(std::make_unique<rpc::endpoint_registration>(*each, asked));
  }
  const rpc::connection peer("ncacn_ip_tcp:127.0.0.1", mapper.asked());
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
  EXPECT_EQ(other::client(peer).twice(4), 8u);
  EXPECT_EQ(first.statistics().connections, 1u);
  EXPECT_EQ(second.statistics().connections, 1u);
}

TEST(endpoint_mapper, a_handle_without_a_port_names_the_server_of_its_interface) {
  const running_mapper mapper;
  running_server server;
  const rpc::endpoint_registration own(server.server, rpc::connection(mapper.local));
  const rpc::connection peer("ncacn_ip_tcp:127.0.0.1", mapper.asked());
  const rpc::handle_t handle(peer);
  const rpc::binding bound = rpc::binding(rpc::offer_of<echo::service>(), "echo").to(handle);
  EXPECT_EQ(echo::client(rpc::connection(server.tcp)).add_one(1), 2u);
  EXPECT_EQ(bound.syntax(), rpc::ndr::syntax::ndr64);
}

TEST(endpoint_mapper, is_asked_again_when_a_connection_comes_back) {
  const running_mapper mapper;
  rpc::reconnect_options options{.connection = mapper.asked(), .first_delay = 5ms};
  const echo::client client(rpc::reconnecting("ncacn_ip_tcp:127.0.0.1", options));
  for (int round = 0; round < 3; ++round) {
    // Each time the server has another port; in between it is not registered.
    std::thread early([&] { EXPECT_EQ(client.add_one(1), 2u); });
    running_server server;
    const rpc::endpoint_registration own(server.server, rpc::connection(mapper.local));
    early.join();
    EXPECT_EQ(client.add_one(2), 3u);
  }
}

TEST(endpoint_mapper, an_interface_that_is_not_registered_cannot_be_bound) {
  const running_mapper mapper;
  const rpc::connection peer("ncacn_ip_tcp:127.0.0.1", mapper.asked());
  EXPECT_EQ(status_of([&] { echo::client client(peer); }), rpc::status::endpoint_not_registered);
}

TEST(endpoint_mapper, without_a_mapper_the_server_is_unavailable) {
  rpc::endpoint nowhere("ncacn_ip_tcp:127.0.0.1");
  {
    rpc::server closed;
    nowhere = closed.listen(any_port);
  }
  const rpc::connection peer("ncacn_ip_tcp:127.0.0.1", {.mapper_port = nowhere.port});
  EXPECT_EQ(status_of([&] { echo::client client(peer); }), rpc::status::server_unavailable);
}

TEST(endpoint_mapper, a_closed_connection_resolves_nothing) {
  const running_mapper mapper;
  running_server server;
  const rpc::endpoint_registration own(server.server, rpc::connection(mapper.local));
  rpc::connection peer("ncacn_ip_tcp:127.0.0.1", mapper.asked());
  const echo::client echo(peer);
  peer.close();
  EXPECT_EQ(status_of([&] { (void)echo.add_one(1); }), rpc::status::call_failed_dne);
  EXPECT_NE(status_of([&] { other::client client(peer); }), rpc::status::ok);
}

using entries = std::vector<rpc::endpoint_entry>;

/// Ports of what was found.
std::vector<std::string> ports_of(const entries& found) {
  std::vector<std::string> result;
  for (const rpc::endpoint_entry& each : found) result.push_back(each.where.endpoint);
  return result;
}

TEST(endpoint_mapper, lists_more_entries_than_a_page_in_their_order) {
  const running_mapper mapper;
  const rpc::connection asked(mapper.local);
  entries all;
  for (int i = 1; i <= 1234; ++i) all.push_back(entry(echoes, i, numbered(i)));
  const rpc::endpoint_registration registered(all, asked);
  EXPECT_EQ(rpc::lookup_endpoints(rpc::connection(mapper.tcp)), all);
}

TEST(endpoint_mapper, finds_by_interface_version_and_object) {
  const running_mapper mapper;
  const rpc::connection asked(mapper.local);
  const auto version = [](std::uint16_t major, std::uint16_t minor) {
    return rpc::syntax_id{echoes.id, major, minor};
  };
  const rpc::endpoint_registration registered(
      {entry(version(1, 0), 10), entry(version(1, 2), 12), entry(version(1, 5), 15),
       entry(version(2, 0), 20), entry(others, 99, numbered(1)),
       entry(version(1, 2), 112, numbered(1))},
      asked);
  const auto find = [&](rpc::version_match how) {
    return ports_of(rpc::lookup_endpoints(asked, {version(1, 2), how, {}}));
  };
  using ports = std::vector<std::string>;
  EXPECT_EQ(find(rpc::version_match::all), (ports{"10", "12", "15", "20", "112"}));
  EXPECT_EQ(find(rpc::version_match::compatible), (ports{"12", "15", "112"}));
  EXPECT_EQ(find(rpc::version_match::exact), (ports{"12", "112"}));
  EXPECT_EQ(find(rpc::version_match::same_major), (ports{"10", "12", "15", "112"}));
  EXPECT_EQ(find(rpc::version_match::up_to), (ports{"10", "12", "112"}));
  EXPECT_EQ(ports_of(rpc::lookup_endpoints(asked, {.object = numbered(1)})), (ports{"99", "112"}));
  EXPECT_EQ(ports_of(rpc::lookup_endpoints(
                asked, {version(1, 2), rpc::version_match::exact, numbered(1)})),
            (ports{"112"}));

  const auto map = [&](const rpc::syntax_id& id, const rpc::uuid& object = {}) {
    ports result;
    for (const rpc::tower& each :
         rpc::map_endpoint(asked, {id, rpc::ndr20_syntax, "ncacn_ip_tcp", {}, {}}, object))
      result.push_back(each.endpoint);
    return result;
  };
  EXPECT_EQ(map(version(1, 2)), (ports{"12", "15"}));
  EXPECT_EQ(map(version(1, 2), numbered(1)), (ports{"12", "15", "112"}));
  EXPECT_EQ(map(version(1, 6)), (ports{}));
  EXPECT_EQ(rpc::map_endpoint(asked, {version(1, 2), rpc::ndr20_syntax, "ncacn_np", {}, {}}).size(),
            0u);
  EXPECT_EQ(
      rpc::map_endpoint(asked, {version(1, 0), rpc::ndr20_syntax, "ncacn_ip_tcp", {}, {}}, {}, 1)
          .size(),
      1u);
}

TEST(endpoint_mapper, an_entry_takes_the_place_of_the_one_with_the_same_protocols) {
  const running_mapper mapper;
  const rpc::connection asked(mapper.local);
  const rpc::endpoint_registration before({entry(echoes, 1), entry(others, 1)}, asked);
  const rpc::endpoint_registration after({entry(echoes, 2)}, asked);
  EXPECT_EQ(rpc::lookup_endpoints(asked), (entries{entry(others, 1), entry(echoes, 2)}));
}

TEST(endpoint_mapper, servers_that_add_themselves_share_the_clients) {
  const running_mapper mapper;
  running_server first;
  running_server second;
  const rpc::connection asked(mapper.local);
  const rpc::endpoint_registration one(first.server, asked, {}, rpc::registration::adds);
  const rpc::endpoint_registration other(second.server, asked, {}, rpc::registration::adds);
  EXPECT_EQ(rpc::lookup_endpoints(asked).size(), 16u);
  // By chance; that one of them is never chosen has a chance of 2 to the power of -63.
  for (int i = 0; i < 64; ++i) {
    const rpc::connection peer("ncacn_ip_tcp:127.0.0.1", mapper.asked());
    EXPECT_EQ(echo::client(peer).add_one(1), 2u);
  }
  EXPECT_GT(first.server.statistics().calls, 0u);
  EXPECT_GT(second.server.statistics().calls, 0u);
  EXPECT_EQ(first.server.statistics().calls + second.server.statistics().calls, 64u);
}

TEST(endpoint_mapper, takes_registrations_from_this_machine_only) {
  const running_mapper mapper;
  std::string text;
  EXPECT_EQ(status_of(
                [&] {
                  const rpc::endpoint_registration refused({entry(echoes, 1)},
                                                           rpc::connection(mapper.tcp));
                },
                &text),
            static_cast<rpc::status>(0x16C9A0CD))  // ept_s_cant_perform_op
      << text;
  EXPECT_TRUE(rpc::lookup_endpoints(rpc::connection(mapper.tcp)).empty());
}

TEST(endpoint_mapper, serves_in_its_own_process_what_the_server_itself_offers) {
  running_server server;
  rpc::serve_endpoint_mapper(server.server);
  const rpc::endpoint_registration own(server.server, rpc::connection(server.server));
  const rpc::connection asked(server.tcp);
  EXPECT_EQ(rpc::lookup_endpoints(asked), own.entries());
  const rpc::connection peer("ncacn_ip_tcp:127.0.0.1",
                             {.mapper_port = rpc::endpoint(server.tcp).port});
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
}

TEST(endpoint_mapper, says_who_may_register) {
  std::string by;
  const running_mapper mapper({.may_register = [&](const rpc::caller& caller) {
    by = caller.peer;
    return true;
  }});
  const rpc::endpoint_registration allowed({entry(echoes, 1)}, rpc::connection(mapper.tcp));
  EXPECT_EQ(by, "ncacn_ip_tcp:127.0.0.1");
  EXPECT_EQ(rpc::lookup_endpoints(rpc::connection(mapper.tcp)).size(), 1u);
}

TEST(endpoint_mapper, has_no_more_entries_than_it_may) {
  const running_mapper mapper({.max_entries = 2});
  const rpc::connection asked(mapper.local);
  const rpc::endpoint_registration two({entry(echoes, 1), entry(others, 1)}, asked);
  EXPECT_EQ(status_of([&] {
              const rpc::endpoint_registration third({entry(echoes, 3, numbered(3))}, asked);
            }),
            static_cast<rpc::status>(0x16C9A0CE));  // ept_s_no_memory
  EXPECT_EQ(rpc::lookup_endpoints(asked), two.entries());
}

TEST(endpoint_mapper, an_endpoint_registration_limited_to_what_the_endpoint_serves) {
  const running_mapper mapper;
  echo_service echo_impl;
  other_service other_impl;
  rpc::server server;
  server.add<echo::service>(echo_impl);
  server.add<other::service>(other_impl);
  server.listen(any_port, {.interfaces = {others.id}});
  const rpc::endpoint_registration own(server, rpc::connection(mapper.local));
  EXPECT_EQ(own.entries().size(), 2u);
  EXPECT_EQ(own.entries()[0].where.interface, others);
}

TEST(endpoint_mapper, forgets_a_process_that_was_killed) {
  const std::string local = local_binding();
  rpc::endpoint tcp("ncacn_ip_tcp:");
  log_book log;
  rpc::server mapper(running_server::with({}, log));
  rpc::serve_endpoint_mapper(mapper);
  mapper.listen(local);  // before the fork: the child connects once it serves
  std::unique_ptr<rpc::endpoint_registration> registered;
  child_server child(
      any_port, [] {},
      [&](rpc::server& server) {
        registered = std::make_unique<rpc::endpoint_registration>(server, rpc::connection(local));
        server.run();
      });
  mapper.start();
  const rpc::connection asked(mapper);
  ASSERT_TRUE(eventually([&] { return !rpc::lookup_endpoints(asked).empty(); }));
  child.kill();
  EXPECT_TRUE(rpc::lookup_endpoints(asked).empty());
}

}  // namespace
