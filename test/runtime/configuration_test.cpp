// Configurations of servers, in JSON.

#include "fixture.h"

#include <rpc/json/server_configuration.h>

#include <sys/stat.h>

#include <fstream>
#include <type_traits>

namespace {

using namespace fixture;
using rpc::parse_server_configuration;

std::string refusal(std::string_view json) {
  try {
    (void)parse_server_configuration(json);
  } catch (const std::invalid_argument& thrown) {
    return thrown.what();
  }
  return "";
}

TEST(Configuration, HasOptionsAndEndpoints) {
  rpc::server_options defaults;
  defaults.threads = 3;
  defaults.max_contexts = 4;
  const rpc::server_configuration found = parse_server_configuration(R"({
    // The limits of this machine.
    "options": {"threads": 16, "max_request": 65536, "max_fragment": 65528, "ndr64": false,
                "idle_timeout": "5min", "drain_timeout": "1h", "bind_timeout": "250ms", "spin": "7us"},
    "endpoints": ["ncacn_ip_tcp:127.0.0.1[5000]",
                  {"binding": "ncalrpc:[/run/echo]", "mode": "0660", "user": 5, "group": 27,
                   "interfaces": ["60a15ec5-4de8-11d7-a637-005056a20182"]}]
  })",
                                                                     defaults);
  EXPECT_EQ(found.options.threads, 16u);
  EXPECT_EQ(found.options.max_contexts, 4u);
  EXPECT_EQ(found.options.max_request, 65536u);
  EXPECT_EQ(found.options.max_fragment, 65528);
  EXPECT_FALSE(found.options.ndr64);
  EXPECT_EQ(found.options.idle_timeout, 5min);
  EXPECT_EQ(found.options.drain_timeout, 1h);
  EXPECT_EQ(found.options.bind_timeout, 250ms);
  EXPECT_EQ(found.options.spin, 7us);
  ASSERT_EQ(found.endpoints.size(), 2u);
  EXPECT_EQ(found.endpoints[0].binding, "ncacn_ip_tcp:127.0.0.1[5000]");
  EXPECT_TRUE(found.endpoints[0].options.interfaces.empty());
  const rpc::listen_options& second = found.endpoints[1].options;
  EXPECT_EQ(found.endpoints[1].binding, "ncalrpc:[/run/echo]");
  EXPECT_EQ(second.access.mode, 0660u);
  EXPECT_EQ(second.access.user, 5u);
  EXPECT_EQ(second.access.group, 27u);
  EXPECT_EQ(second.interfaces, std::vector{rpc::interface<echo::service>::id.id});
}

TEST(Configuration, MayBeEmpty) {
  EXPECT_EQ(parse_server_configuration("{}").options.threads, rpc::server_options().threads);
  EXPECT_TRUE(parse_server_configuration("{}").endpoints.empty());
}

TEST(Configuration, SaysWhatIsWrongAndWhere) {
  const std::pair<const char*, const char*> wrong[] = {
      {"[]", ": an object is expected"},
      {R"({"option": {}})", "option: a configuration has options and endpoints"},
      {R"({"options": {"thread": 1}})", "options.thread: there is no such option"},
      {R"({"options": {"may_call": true}})", "options.may_call: there is no such option"},
      {R"({"options": {"threads": -1}})",
       "options.threads: a whole number that is not negative is expected"},
      {R"({"options": {"threads": 1.5}})",
       "options.threads: a whole number that is not negative is expected"},
      {R"({"options": {"threads": 4294967296}})", "options.threads: the number is too large"},
      {R"({"options": {"max_fragment": 65536}})", "options.max_fragment: the number is too large"},
      {R"({"options": {"ndr64": 1}})", "options.ndr64: true or false is expected"},
      {R"({"options": {"idle_timeout": 5}})", "options.idle_timeout: a text is expected"},
      {R"({"options": {"idle_timeout": "5"}})", "options.idle_timeout: a time is expected"},
      {R"({"options": {"idle_timeout": "-5s"}})", "options.idle_timeout: a time is expected"},
      {R"({"options": {"idle_timeout": "4294967296s"}})",
       "options.idle_timeout: a time is expected"},
      {R"({"options": {"idle_timeout": "1500us"}})",
       "options.idle_timeout: the time is finer than it can be"},
      {R"({"endpoints": {}})", "endpoints: an array is expected"},
      {R"({"endpoints": ["a", {}]})", "endpoints[1]: an endpoint has a binding"},
      {R"({"endpoints": [{"binding": "a", "port": 1}]})", "endpoints[0].port: endpoints have"},
      {R"({"endpoints": [{"binding": "a", "mode": "0888"}]})",
       "endpoints[0].mode: permissions are expected in octal"},
      {R"({"endpoints": [{"binding": "a", "mode": "10000"}]})",
       "endpoints[0].mode: permissions are expected in octal"},
      {R"({"endpoints": [{"binding": "a", "interfaces": ["x"]}]})",
       "endpoints[0].interfaces[0]: a uuid has the form"},
      {"{", "parse error"}};
  for (const auto& [json, text] : wrong)
    EXPECT_NE(refusal(json).find(text), std::string::npos) << json << ": " << refusal(json);
}

// The member that is stored is the one that is named.
TEST(Configuration, HasAllOptions) {
  std::size_t options = 0;
  const auto known = [&](const char* name, auto member) {
    ++options;
    using value = std::remove_reference_t<decltype(rpc::server_options().*member)>;
    const bool truth = std::is_same_v<value, bool>;
    const bool number = std::is_integral_v<value>;
    rpc::server_options before;
    const std::string json = truth    ? (before.*member == value{} ? "true" : "false")
                             : number ? "1234"
                                      : "\"1234ms\"";
    const auto after =
        parse_server_configuration("{\"options\": {\"" + std::string(name) + "\": " + json + "}}");
    EXPECT_NE(after.options.*member, before.*member) << name;
  };
#define OPTION(name) known(#name, &rpc::server_options::name)
  OPTION(threads), OPTION(threads_per_connection), OPTION(threads_per_peer);
  OPTION(threads_for_pipes), OPTION(thread_timeout), OPTION(max_queued_calls);
  OPTION(max_calls_per_connection), OPTION(max_connections), OPTION(max_connections_per_peer);
  OPTION(max_connections_per_association), OPTION(max_buffered), OPTION(bind_timeout);
  OPTION(pdu_timeout), OPTION(request_timeout), OPTION(min_rate), OPTION(write_timeout);
  OPTION(idle_timeout), OPTION(max_fragment), OPTION(max_request), OPTION(max_response);
  OPTION(max_call_memory), OPTION(base_call_memory), OPTION(max_memory), OPTION(max_contexts);
  OPTION(pipe_timeout), OPTION(drain_timeout), OPTION(record_memory), OPTION(management);
  OPTION(allow_anonymous), OPTION(ndr64), OPTION(spin);
#undef OPTION
  EXPECT_EQ(options, 31u);
}

TEST(Configuration, IsReadFromAFile) {
  const std::string file = socket_path() + ".json";
  const std::string socket = socket_path();
  std::ofstream(file) << R"({"options": {"max_request": 8}, "endpoints": [{"binding": "ncalrpc:[)"
                      << socket << R"(]", "mode": "0600"}]})";
  const rpc::server_configuration found = rpc::read_server_configuration(file);
  echo_service service;
  log_book log;
  rpc::server server(running_server::with(found.options, log));
  server.add<echo::service>(service);
  ASSERT_EQ(found.endpoints.size(), 1u);
  const rpc::endpoint at = server.listen(found.endpoints[0].binding, found.endpoints[0].options);
  server.start();
  struct stat state{};
  ASSERT_EQ(::stat(socket.c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 07777, 0600u);
  const rpc::connection peer(at);
  const echo::client echo(peer);
  EXPECT_EQ(echo.add_one(1), 2u);
  std::vector<std::uint8_t> large(100);
  EXPECT_EQ(status_of([&] { echo.reverse(100, large.data()); }), rpc::status::access_denied);

  std::ofstream(file) << "{\"options\": 1}";
  try {
    (void)rpc::read_server_configuration(file);
    ADD_FAILURE() << "was read";
  } catch (const std::invalid_argument& thrown) {
    EXPECT_EQ(thrown.what(), file + ": options: an object is expected");
  }
  ::unlink(file.c_str());
  EXPECT_THROW((void)rpc::read_server_configuration(file), std::system_error);
}

}  // namespace
