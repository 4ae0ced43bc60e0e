// tickets_client BINDING: opens, uses and closes tickets at a server.
#include <iostream>
#include <string_view>

#include "tickets.h"

namespace {

int failures = 0;

void expect(std::string_view what, bool holds) {
  std::cout << what << (holds ? ": as expected" : ": WRONG") << '\n';
  if (!holds) ++failures;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: tickets_client BINDING\n";
    return 2;
  }
  rpc::connection peer(argv[1]);
  const tickets::client client(peer);
  tickets::handle first = nullptr, second = nullptr;
  client.open(7, &first);
  client.open(8, &second);
  expect("open", first != nullptr && second != nullptr && first != second);
  expect("use", client.use(first) == 7 && client.use(second) == 8);
  tickets::handle copy = first;
  client.close(&first);
  expect("close", first == nullptr);
  try {
    client.use(copy);
    expect("use of a closed one", false);
  } catch (const rpc::error& e) {
    expect("use of a closed one", e.code() == rpc::status::fault_context_mismatch);
  }
  expect("use of the other", client.use(second) == 8);
  return failures;
}
