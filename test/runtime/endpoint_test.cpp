#include <rpc/endpoint.h>
#include <rpc/error.h>

#include <gtest/gtest.h>

#include <string>

namespace {

using transport = rpc::endpoint::transport;

TEST(Endpoint, ReadsTcp) {
  const rpc::endpoint at("ncacn_ip_tcp:127.0.0.1[5000]");
  EXPECT_EQ(at.via, transport::tcp);
  EXPECT_EQ(at.host, "127.0.0.1");
  EXPECT_EQ(at.port, 5000);
}

TEST(Endpoint, ReadsHostsOfAllKinds) {
  EXPECT_EQ(rpc::endpoint("ncacn_ip_tcp:echo.example.org[65535]").host, "echo.example.org");
  EXPECT_EQ(rpc::endpoint("ncacn_ip_tcp:echo.example.org[65535]").port, 65535);
  EXPECT_EQ(rpc::endpoint("ncacn_ip_tcp:[0]").host, "");
  EXPECT_EQ(rpc::endpoint("ncacn_ip_tcp:[::1][80]").host, "::1");
  EXPECT_EQ(rpc::endpoint("ncacn_ip_tcp:fe80::1%eth0[80]").host, "fe80::1%eth0");
}

TEST(Endpoint, ReadsPaths) {
  EXPECT_EQ(rpc::endpoint("ncalrpc:[/run/echo]").via, transport::local);
  EXPECT_EQ(rpc::endpoint("ncalrpc:[/run/echo]").path, "/run/echo");
  EXPECT_EQ(rpc::endpoint("ncalrpc:[@echo]").path, "@echo");
  EXPECT_EQ(rpc::endpoint("ncalrpc:[run/echo]").path, "run/echo");
}

TEST(Endpoint, ProtocolSequencesHaveNoCase) {
  EXPECT_EQ(rpc::endpoint("NCACN_IP_TCP:Host[80]").text(), "ncacn_ip_tcp:Host[80]");
  EXPECT_EQ(rpc::endpoint("ncaLRPC:[/run/Echo]").text(), "ncalrpc:[/run/Echo]");
}

TEST(Endpoint, WritesWhatItReads) {
  for (const std::string binding :
       {"ncacn_ip_tcp:127.0.0.1[5000]", "ncacn_ip_tcp:[0]", "ncacn_ip_tcp:[::1][80]",
        "ncacn_ip_tcp:localhost[1]", "ncalrpc:[/run/echo]", "ncalrpc:[@echo]"})
    EXPECT_EQ(rpc::endpoint(binding).text(), binding);
  EXPECT_EQ(rpc::endpoint("ncacn_ip_tcp:::1[80]").text(), "ncacn_ip_tcp:[::1][80]");
}

struct mistake {
  std::string binding;
  std::string problem;  // a part of the text
};

class Mistakes : public testing::TestWithParam<mistake> {};

TEST_P(Mistakes, AreExplained) {
  try {
    const rpc::endpoint at(GetParam().binding);
    FAIL() << "was read as " << at.text();
  } catch (const rpc::error& thrown) {
    EXPECT_EQ(thrown.code(), rpc::status::invalid_string_binding);
    const std::string text = thrown.what();
    EXPECT_NE(text.find("'" + GetParam().binding + "'"), text.npos) << text;
    EXPECT_NE(text.find(GetParam().problem), text.npos) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Endpoint, Mistakes,
    testing::Values(
        mistake{"", "write ncacn_ip_tcp:host[port]"},
        mistake{"localhost:5000", "begins with neither"},
        mistake{"ncacn_np:host[\\pipe\\echo]", "the protocol sequence 'ncacn_np' is not supported"},
        mistake{"NCADG_IP_UDP:host[1]", "'NCADG_IP_UDP' is not supported"},
        mistake{"ncacn_ip_tcp", "begins with neither"},
        mistake{"60a15ec5-4de8-11d7-a637-005056a20182@ncacn_ip_tcp:h[1]", "begins with neither"},
        mistake{"ncacn_ip_tcp:host:5000", "does not end with the endpoint in brackets"},
        mistake{"ncacn_ip_tcp:a b", "does not end with the endpoint in brackets"},
        mistake{"ncacn_ip_tcp:host[", "does not end with the endpoint in brackets"},
        mistake{"ncacn_ip_tcp:host[1]x", "does not end with the endpoint in brackets"},
        mistake{"ncacn_ip_tcp:[host]", "the port 'host' is not a number"},
        mistake{"ncacn_ip_tcp:host[65536]", "'65536' is not a number"},
        mistake{"ncacn_ip_tcp:host[-1]", "'-1' is not a number"},
        mistake{"ncacn_ip_tcp:host[http]", "'http' is not a number"},
        mistake{"ncacn_ip_tcp:host[5000,ndr64]", "options are not part of it"},
        mistake{"ncacn_ip_tcp:a b[1]", "'a b' is not a host"},
        mistake{"ncacn_ip_tcp:[::1[1]", "is not a host"},
        mistake{"ncalrpc:host[/run/echo]", "has no host"},
        mistake{"ncalrpc:[]", "the path is missing"}, mistake{"ncalrpc:[@]", "the path is missing"},
        mistake{"ncalrpc:/run/echo", "write ncalrpc:[path]"},
        mistake{"ncalrpc:[" + std::string(108, 'x') + "]", "longer than 107 bytes"}));

TEST(Endpoint, MayHaveNoPort) {
  for (const char* const text :
       {"ncacn_ip_tcp:host", "ncacn_ip_tcp:host[]", "ncacn_ip_tcp:host[0]"}) {
    const rpc::endpoint at(text);
    EXPECT_EQ(at.host, "host") << text;
    EXPECT_EQ(at.port, 0) << text;
  }
  EXPECT_EQ(rpc::endpoint("ncacn_ip_tcp:").host, "");
  for (const char* const text :
       {"ncacn_ip_tcp:[2001:db8::1]", "ncacn_ip_tcp:2001:db8::1", "ncacn_ip_tcp:[2001:db8::1][]"}) {
    EXPECT_EQ(rpc::endpoint(text).host, "2001:db8::1") << text;
    EXPECT_EQ(rpc::endpoint(text).port, 0) << text;
  }
}

TEST(Endpoint, RefusesZeroBytes) {
  EXPECT_THROW(rpc::endpoint(std::string_view("ncalrpc:[a\0b]", 13)), rpc::error);
}

TEST(Endpoint, TakesTheLongestPath) {
  EXPECT_EQ(rpc::endpoint("ncalrpc:[" + std::string(107, 'x') + "]").path.size(), 107u);
}

}  // namespace
