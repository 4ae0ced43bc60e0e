#ifndef WIDL_H
#define WIDL_H

#include <rpc/rpc.h>

namespace [[rpc::interface("6a3d9d0c-8f0e-4f57-9a35-70d4d0f7a652", 1, 0),
            rpc::pointer_default(unique)]] widl {

struct node {
  [[rpc::ptr]] node* next;
};

union [[rpc::switch_type(std::uint16_t)]] narrow {
  [[rpc::case(1)]] std::int32_t n;
  [[rpc::default]] rpc::none nothing;
};

struct tagged {
  std::uint16_t level;
  [[rpc::switch_is(level)]] narrow v;
};

struct wide {
  std::uint16_t level;
};

void strings([[rpc::in]] std::uint32_t n,
             [[rpc::in, rpc::string, rpc::size_is(n)]] const char* const* words,
             [[rpc::out, rpc::string]] char** text);
void small([[rpc::in]] const tagged* t);
// A unique pointer to the pointer to a string.
void deep([[rpc::in, rpc::string, rpc::unique]] char** deep);
void hidden([[rpc::in]] node* root);
void said([[rpc::in, rpc::ptr]] node* root);
void apart([[rpc::in]] const wide* w);
void ranged([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n), rpc::range(0, 10)]] const std::int32_t* some);

}  // namespace widl

[[rpc::stubs]];

#endif
