// store_server: serves store on a port of its own choice, which it prints, until its standard input
// ends.
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "store.h"

namespace store {
struct visitor {
  std::u16string name;
};
void leave(visit left) { delete left; }
}  // namespace store

namespace {

class implementation : public store::service {
 public:
  void pack(const store::crate* what, const store::shelf*, std::uint32_t* pieces,
            store::FILETIME* packed) override {
    *pieces = what->inner.count;
    *packed = what->packed;
  }

  void turn(store::node* root) override {
    if (root != nullptr) std::swap(root->left, root->right);
  }

  void enter(const char16_t* name, store::visit* made) override {
    *made = new store::visitor{name};
  }
  void greet(store::visit by, char16_t** text) override {
    const std::u16string greeting = u"Gr\u00fc\u00df Gott, " + by->name;
    *text = rpc::allocate_array<char16_t>(greeting.size() + 1);
    greeting.copy(*text, greeting.size());
  }
  void exit(store::visit* by) override {
    delete *by;
    *by = nullptr;
  }

  void copy(rpc::pipe<std::uint8_t>& from, rpc::pipe<std::uint8_t>& to) override {
    std::vector<std::uint8_t> all;
    std::uint8_t part[512];
    while (const std::size_t count = from.pull(part)) all.insert(all.end(), part, part + count);
    to.push(all);
  }

  std::int32_t later(std::vector<std::string> words, std::optional<double> factor) override {
    return static_cast<std::int32_t>(factor.value_or(1) * static_cast<double>(words.size()));
  }
};

/// Of an object of its own.
class opposite : public implementation {
 public:
  std::int32_t later(std::vector<std::string> words, std::optional<double> factor) override {
    return -implementation::later(std::move(words), factor);
  }
};

}  // namespace

int main() {
  implementation served;
  opposite of_object;
  rpc::server server;
  server.add<store::service>(served);
  server.add<store::service>(of_object, rpc::uuid{"0f3a3c52-0d43-4f6e-9a53-6d1c7b1f2e88"});
  std::cout << server.listen("ncacn_ip_tcp:127.0.0.1[0]").text() << std::endl;
  server.start();
  std::cin.ignore(1 << 20, '\0');
}
