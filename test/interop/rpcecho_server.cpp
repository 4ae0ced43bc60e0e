// rpcecho_server BINDING [USERS [KEYTAB | anonymous]]: serves rpcecho until its standard input
// ends. With a file of NTLM users, and a keytab, to clients that authenticate, at each level; or to
// anonymous ones as well.
#include <chrono>
#include <cstring>
#include <iostream>
#include <numeric>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "rpcecho.h"

namespace {

constexpr std::uint32_t invalid_info_class = 0xC0000148;  // NT_STATUS_INVALID_INFO_CLASS

class implementation : public rpcecho::service {
 public:
  void add_one(std::uint32_t value, std::uint32_t* result) override { *result = value + 1; }

  void echo_data(std::uint32_t size, std::uint8_t* data, std::uint8_t* result) override {
    std::memcpy(result, data, size);
  }

  void sink_data(std::uint32_t, std::uint8_t*) override {}

  void source_data(std::uint32_t size, std::uint8_t* data) override {
    std::iota(data, data + size, std::uint8_t{0});
  }

  void test_call(char16_t* text, char16_t** result) override {
    const std::u16string_view copied(text);
    *result = rpc::allocate_array<char16_t>(copied.size() + 1);
    copied.copy(*result, copied.size());
  }

  std::uint32_t test_call2(std::uint16_t level, rpcecho::info* result) override {
    switch (level) {
      case 1: result->level1 = {10}; return 0;
      case 2: result->level2 = {20}; return 0;
      case 3: result->level3 = {30}; return 0;
      case 4: result->level4 = {40}; return 0;
      case 5: result->level5 = {50, 60}; return 0;
      case 6: result->level6 = {70, {80}}; return 0;
      case 7: result->level7 = {80, {90}}; return 0;
      default: return invalid_info_class;
    }
  }

  std::uint32_t test_sleep(std::uint32_t seconds) override {
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    return seconds;
  }

  void test_enum(rpcecho::enum1*, rpcecho::enum2* foo2, rpcecho::enum3*) override {
    foo2->e1 = rpcecho::enum1::two;
  }

  void test_surrounding(rpcecho::surrounding*& data) override {
    const std::uint32_t doubled = data->x * 2;
    const std::size_t size = sizeof(rpcecho::surrounding) + doubled * sizeof(std::uint16_t);
    data = static_cast<rpcecho::surrounding*>(std::memset(rpc::allocate(size), 0, size));
    data->x = doubled;
  }

  std::uint16_t test_double_pointer(std::uint16_t*** data) override {
    return *data && **data ? ***data : std::uint16_t{0};
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::cerr << "usage: rpcecho_server BINDING [USERS [KEYTAB | anonymous]]\n";
    return 2;
  }
  implementation rpcecho;
  rpc::server_options options;
  rpc::requirement required{.level = rpc::protection::none};
  if (argc > 2) {
    rpc::acceptor_options accepted{.ntlm_users = argv[2]};
    accepted.anonymous = argc > 3 && argv[3] == std::string_view("anonymous");
    if (argc > 3 && !accepted.anonymous)
      accepted.keytab = argv[3];
    else
      std::erase(accepted.mechanisms, rpc::mechanism::kerberos);
    options.security.emplace(accepted);
    if (!accepted.anonymous) required.level = rpc::protection::connect;
  }
  rpc::server server(options);
  server.add<rpcecho::service>(rpcecho, required);
  std::cout << server.listen(argv[1]).text() << std::endl;
  server.start();
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  server.stop();
}
