// rpcecho_client BINDING: calls a server of rpcecho that somebody else wrote, and checks its
// answers.
#include <algorithm>
#include <iostream>
#include <string_view>

#include "rpcecho.h"

namespace {

bool all_fine = true;

void expect(bool fine, const char* call) {
  std::cout << call << (fine ? ": as expected\n" : ": wrong answer\n");
  all_fine = all_fine && fine;
}

void call_all(const rpcecho::client& rpcecho) {
  std::uint32_t result = 0;
  rpcecho.add_one(41, &result);
  expect(result == 42, "add_one");

  std::uint8_t data[] = {7, 6, 5, 4, 3, 2, 1};
  std::uint8_t echoed[sizeof data] = {};
  rpcecho.echo_data(sizeof data, data, echoed);
  expect(std::ranges::equal(data, echoed), "echo_data");

  char16_t text[] = u"input string";
  char16_t* copied = nullptr;
  rpcecho.test_call(text, &copied);
  expect(copied && std::u16string_view(copied) == text, "test_call");
  rpc::free(copied);

  rpcecho::surrounding* surrounding = rpc::allocate<rpcecho::surrounding>();
  surrounding->x = 0;
  rpcecho.test_surrounding(surrounding);
  expect(surrounding->x == 2 && surrounding->zeros[1] == 9, "test_surrounding");
  rpc::free(surrounding);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: rpcecho_client BINDING\n";
    return 2;
  }
  try {
    rpc::connection peer(argv[1]);
    call_all(rpcecho::client(peer));
  } catch (const rpc::error& problem) {
    std::cerr << "rpcecho_client: " << problem.what() << '\n';
    return 1;
  }
  return all_fine ? 0 : 1;
}
