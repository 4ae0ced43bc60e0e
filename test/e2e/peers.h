#ifndef TEST_E2E_PEERS_H
#define TEST_E2E_PEERS_H

#include <gtest/gtest.h>
#include <rpc/rpc.h>

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

/// How client and server meet in a test.
struct meeting {
  const char* name;
  const char* endpoint;  ///< where the server listens; null for in-process
  bool ndr64;

  friend std::ostream& operator<<(std::ostream& out, const meeting& m) { return out << m.name; }
};

inline constexpr meeting meetings[] = {
    {"in_process_ndr20", nullptr, false},
    {"in_process_ndr64", nullptr, true},
    {"tcp_ndr20", "ncacn_ip_tcp:127.0.0.1[0]", false},
    {"tcp_ndr64", "ncacn_ip_tcp:127.0.0.1[0]", true},
};

inline std::string meeting_name(const testing::TestParamInfo<meeting>& info) {
  return info.param.name;
}

/// A server of one interface, and a connection to it.
template <class Service, class Implementation>
class peers {
 public:
  explicit peers(const meeting& how, rpc::server_options server_options = {},
                 rpc::connection_options client_options = {})
      : server_(quiet(std::move(server_options))), options_(client_options) {
    server_.template add<Service>(implementation_);
    options_.ndr64 = how.ndr64;
    if (how.endpoint == nullptr) {
      connection_.emplace(server_, options_);
    } else {
      at_ = server_.listen(how.endpoint);
      server_.start();
      connection_.emplace(*at_, options_);
    }
  }

  rpc::connection& connection() { return *connection_; }
  rpc::server& server() { return server_; }
  /// Another connection of the same kind.
  rpc::connection connect() {
    return at_ ? rpc::connection(*at_, options_) : rpc::connection(server_, options_);
  }

 private:
  // What servers have to say about failed calls is not for the output of tests.
  static rpc::server_options quiet(rpc::server_options options) {
    options.log = [](std::string_view) {};
    return options;
  }

  Implementation implementation_;
  rpc::server server_;
  std::optional<rpc::endpoint> at_;
  rpc::connection_options options_;
  std::optional<rpc::connection> connection_;
};

#endif
