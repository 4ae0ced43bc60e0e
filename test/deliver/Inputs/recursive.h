#pragma once
#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("0c2ad2ce-59a6-4ac5-9ab2-9fca75f21d6e", 1, 0)]] recursive {

// Types that point to each other by pointers with attributes, and by elements.
struct forced {
  std::int32_t number;
  [[rpc::unique, rpc::force_allocate]] forced* next;
};
struct pair;
struct edge {
  std::int32_t weight;
  [[rpc::unique]] pair* from;
};
struct pair {
  [[rpc::ref]] edge* ends[2];
  [[rpc::ref]] edge* middle;
  std::uint32_t count;
  [[rpc::unique, rpc::size_is(count), rpc::range(0, 8)]] pair* pairs;
};
struct holder {
  [[rpc::ref]] edge* first;
  [[rpc::ref]] edge* others[3];
};

void force([[rpc::in]] const forced& list);
void hold([[rpc::in]] const holder& all);
void join([[rpc::in, rpc::out]] pair& both);
void walk([[rpc::in]] const edge& first);

}  // namespace recursive

[[rpc::stubs]];
