#ifndef MY_VAULT_H
#define MY_VAULT_H

#include <iostream>
#include <map>
#include <string>

#include "vault.h"

/// An account for each principal that has proved its name.
class my_vault : public vault::service {
 public:
  std::int32_t withdraw(std::int32_t amount) override {
    const rpc::identity& by = *rpc::current_call().identity;
    std::cout << "server: " << by.principal << " withdraws " << amount << std::endl;
    std::int32_t& left = accounts_.try_emplace(by.principal, 100).first->second;
    return left -= amount;
  }

 private:
  std::map<std::string, std::int32_t> accounts_;
};

/// Serves it on the loopback to callers that are authenticated by `who`, with privacy, even there.
/// Clients call it: one as `options` say, and one that does not authenticate.
inline void serve_and_call(const rpc::acceptor_credentials& who,
                           const rpc::connection_options& options) {
  my_vault implementation;
  rpc::server_options accepted;
  accepted.security = who;
  accepted.log = [](std::string_view line) { std::cout << "log: " << line << std::endl; };
  rpc::server server(accepted);
  server.add<vault::service>(implementation, {.level = rpc::protection::privacy});
  const rpc::endpoint at = server.listen("ncacn_ip_tcp:localhost[0]");
  server.start();

  {
    const rpc::connection peer(at, options);
    vault::client client(peer);
    const std::int32_t left = client.withdraw(30);
    std::cout << "client: " << left << " left" << std::endl;
  }
  try {
    vault::client stranger("ncacn_ip_tcp:localhost[" + std::to_string(at.port) + "]");
    stranger.withdraw(30);
  } catch (const rpc::error& refused) {
    std::cout << "stranger: " << rpc::name(refused.code()) << std::endl;
  }
  server.stop();
}

#endif
