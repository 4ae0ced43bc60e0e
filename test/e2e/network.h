#ifndef NETWORK_H
#define NETWORK_H

#include <rpc/rpc.h>

#include <memory>
#include <string>
#include <vector>

// Graphs of objects that own each other: std::shared_ptr, byte for byte a full pointer.
namespace [[rpc::interface("8c2f2f0b-0f6d-4d1e-9d7a-5a3f6f1c7e02", 1, 0),
            rpc::pointer_default(unique)]] network {

struct node {
  std::int32_t value;
  std::shared_ptr<node> next;
};
struct person {
  std::string name;
  std::vector<std::shared_ptr<person>> friends;
  std::shared_ptr<std::string> address;
};

// How many different nodes there are.
std::uint32_t count([[rpc::in]] const std::shared_ptr<node>& first);
std::int64_t sum(std::shared_ptr<node> list);
bool same(std::shared_ptr<node> a, std::shared_ptr<node> b);
// Doubles every node of a ring once, and puts a new one behind the first.
void extend([[rpc::in, rpc::out]] std::shared_ptr<node>& first, [[rpc::in]] std::int32_t value);
std::shared_ptr<node> ring(std::int32_t length);
void reverse([[rpc::in, rpc::out]] std::shared_ptr<node>& list);
// The server keeps what it gets, and returns what it has kept.
std::shared_ptr<node> exchange(std::shared_ptr<node> with);
// Makes friends of all, who then live where the first one does.
void introduce([[rpc::in, rpc::out]] std::vector<std::shared_ptr<person>>& people);

}  // namespace network

[[rpc::stubs]];

#endif
