#ifndef SERIALIZE_H
#define SERIALIZE_H

#include <rpc/none.h>
#include <rpc/rpc.h>

// Types that no operation carries, in an interface, out of every one, and behind an alias.

struct [[rpc::encode]] stamp {
  std::int64_t seconds;
  std::uint16_t year;
};

template <class T>
struct pair {
  T first;
  T second;
};
using numbers [[rpc::decode]] = pair<std::uint32_t>;

namespace [[rpc::interface("6d8ddc9c-25e4-4b9a-9a8c-2f3c1fb9a501", 1, 0), rpc::encode,
            rpc::pointer_default(unique)]] store {

enum class kind : std::uint16_t { number, text, list };

struct record;

struct [[rpc::union_switch(k)]] value {
  kind k;
  union {
    [[rpc::case(kind::number)]] std::int64_t number;
    [[rpc::case(kind::text), rpc::string]] char16_t* text;
    [[rpc::case(kind::list)]] record* list;
  } u;
};

struct record {
  std::uint32_t n;
  [[rpc::size_is(n)]] value* values;
  stamp when;
  record* next;
};

struct open_record {
  std::uint8_t n;
  [[rpc::size_is(n)]] std::uint32_t values[1];
};

}  // namespace store

[[rpc::stubs]];

#endif
