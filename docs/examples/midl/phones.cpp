// The server and the client of phones.idl, in one process. docs/from-midl.md explains it.
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "phones.h"

using phones::BOOK;
using phones::PHONE;

// What a context handle points to is the server's own.
struct phones::BOOK_state {
  std::map<std::u16string, std::vector<std::uint32_t>> numbers;
};

// The rundown routine, BOOK_rundown in MIDL as well.
void phones::BOOK_rundown(BOOK left) { delete left; }

// The manager routines are members of a class, so that several servers can be in one process.
class my_phones : public phones::service {
  std::uint32_t Open(rpc::handle_t, char16_t*, BOOK* book) override {
    auto made = std::make_unique<phones::BOOK_state>();
    made->numbers[u"fire"] = {112, 911};
    *book = made.release();
    return 0;
  }

  std::uint32_t Find(BOOK book, char16_t* name, PHONE** found) override {
    const auto entry = book->numbers.find(name);
    if (entry == book->numbers.end()) return 1168;  // ERROR_NOT_FOUND; *found is null
    const auto& [key, numbers] = *entry;
    // MIDL_user_allocate is rpc::allocate. The stub sends what is in it, and releases all of it.
    *found = rpc::allocate<PHONE>();
    (*found)->Name = rpc::allocate_array<char16_t>(key.size() + 1);
    std::ranges::copy(key, (*found)->Name);
    (*found)->Count = static_cast<std::uint16_t>(numbers.size());
    (*found)->Numbers = rpc::allocate_array<std::uint32_t>(numbers.size());
    std::ranges::copy(numbers, (*found)->Numbers);
    return 0;
  }

  std::uint32_t Close(BOOK* book) override {
    phones::BOOK_rundown(*book);
    *book = nullptr;
    return 0;
  }
};

int main() {
  my_phones implementation;
  rpc::server server;
  server.add<phones::service>(implementation);  // RpcServerRegisterIf
  rpc::connection peer(server);                 // or a binding: "ncacn_ip_tcp:192.0.2.1[49152]"
  phones::client client(peer);

  char16_t path[] = u"city", name[] = u"fire";
  try {  // RpcTryExcept
    BOOK book = nullptr;
    client.Open(peer, path, &book);
    PHONE* found = nullptr;
    client.Find(book, name, &found);
    if (found != nullptr) {
      std::printf("%u\n", found->Numbers[0]);
      rpc::free(found->Name);  // MIDL_user_free, node by node
      rpc::free(found->Numbers);
      rpc::free(found);
    }
    client.Close(&book);
  } catch (const rpc::error& e) {   // RpcExcept(1)
    std::printf("%s\n", e.what());  // e.code() is RpcExceptionCode()
  }
}
