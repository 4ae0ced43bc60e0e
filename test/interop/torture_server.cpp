// torture_server BINDING: serves what Samba's torture tests of connections and context handles
// call, with an endpoint mapper that knows it, until standard input ends.
#include <algorithm>
#include <array>
#include <iostream>
#include <string>

#include <rpc/endpoint_mapper.h>

#include "torture.h"

struct lsarpc::opened {};
struct samr::opened {};
struct drsuapi::bound {};

void lsarpc::policy_rundown(policy left) { delete left; }
void samr::handle_rundown(handle left) { delete left; }
void drsuapi::handle_rundown(handle left) { delete left; }

namespace {

/// Makes a context.
template <class T>
std::uint32_t open(T** made) {
  *made = new T;
  return 0;
}
/// Ends it.
template <class T>
std::uint32_t end(T** left) {
  delete *left;
  *left = nullptr;
  return 0;
}

class authority : public lsarpc::service {
 public:
  std::uint32_t close(lsarpc::policy* left) override { return end(left); }
  std::uint32_t query_security(lsarpc::policy, std::uint32_t,
                               lsarpc::security_descriptor** found) override {
    // Self-relative, with neither owner nor lists (MS-DTYP 2.4.6).
    constexpr std::array<std::uint8_t, 20> empty{1, 0, 0, 0x80};
    *found = rpc::allocate<lsarpc::security_descriptor>();
    (*found)->bytes = rpc::allocate_array<std::uint8_t>(empty.size());
    (*found)->size = empty.size();
    std::ranges::copy(empty, (*found)->bytes);
    return 0;
  }
  std::uint32_t get_user_name(const char16_t*, lsarpc::text** user,
                              lsarpc::text** domain) override {
    *user = rpc::allocate<lsarpc::text>();
    if (domain != nullptr) *domain = rpc::allocate<lsarpc::text>();
    return 0;
  }
  std::uint32_t open_policy(const std::uint16_t*, const lsarpc::object_attributes*, std::uint32_t,
                            lsarpc::policy* made) override {
    return open(made);
  }
  std::uint32_t open_policy2(const char16_t*, const lsarpc::object_attributes*, std::uint32_t,
                             lsarpc::policy* made) override {
    return open(made);
  }
};

class setup : public dssetup::service {
 public:
  std::uint32_t primary_domain_information(std::uint16_t level,
                                           dssetup::information** found) override {
    constexpr std::uint32_t invalid_parameter = 87;
    if (level < 1 || level > 3) return invalid_parameter;
    *found = rpc::allocate<dssetup::information>();  // of zeros, with each level
    return 0;
  }
};

class accounts : public samr::service {
 public:
  std::uint32_t connect(const std::uint16_t*, std::uint32_t, samr::handle* made) override {
    return open(made);
  }
  std::uint32_t close(samr::handle* left) override { return end(left); }
};

class replication : public drsuapi::service {
 public:
  std::uint32_t bind(const rpc::ms::GUID*, const drsuapi::extensions*, drsuapi::extensions** own,
                     drsuapi::handle* made) override {
    *own = nullptr;
    return open(made);
  }
  std::uint32_t unbind(drsuapi::handle* left) override { return end(left); }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: torture_server BINDING\n";
    return 2;
  }
  authority lsa;
  setup roles;
  accounts users;
  replication directory;
  // rpc.asyncbind binds 100 connections at once, while those of the test before may still close.
  rpc::server_options options;
  options.max_connections_per_peer = options.max_connections;
  rpc::server server(options);
  server.add<lsarpc::service>(lsa);
  server.add<dssetup::service>(roles);
  server.add<samr::service>(users);
  server.add<drsuapi::service>(directory);
  rpc::serve_endpoint_mapper(server);
  std::cout << server.listen(argv[1]).text() << std::endl;
  server.start();
  const rpc::endpoint_registration known(server, rpc::connection(server));
  std::string line;
  while (std::getline(std::cin, line)) {
  }
}
