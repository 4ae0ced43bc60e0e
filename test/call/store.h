#ifndef STORE_H
#define STORE_H

#include <rpc/rpc.h>

// Of everything that JSON has to say in a way of its own.

namespace [[rpc::interface("b61f7a52-0f9f-4b55-9f5e-6f1f1c5b0a11", 1, 0), rpc::pointer_default(unique)]] store {

struct FILETIME {
  std::uint32_t low;
  std::uint32_t high;
};
struct GUID {
  std::uint32_t data1;
  std::uint16_t data2;
  std::uint16_t data3;
  std::uint8_t data4[8];
};

enum class kind : std::uint32_t { apple = 1, pear = 2 };

union [[rpc::switch_type(kind)]] fruit {
  [[rpc::case(kind::apple)]] std::uint8_t seeds;
  [[rpc::case(kind::pear)]] [[rpc::string]] char16_t* name;
};
struct piece {
  kind what;
  [[rpc::switch_is(what)]] fruit of;
};

/// A conformant structure in another one, of pieces.
struct box {
  std::uint16_t count;
  [[rpc::size_is(count)]] piece pieces[1];
};
struct crate {
  FILETIME packed;
  GUID id;
  box inner;
};

/// A part of an array travels.
struct shelf {
  std::uint32_t room, first, used;
  [[rpc::size_is(room), rpc::first_is(first), rpc::length_is(used)]] std::int16_t* places;
};

/// A graph.
struct node {
  char letter;
  [[rpc::ptr]] node* left;
  [[rpc::ptr]] node* right;
};

using visit [[rpc::context_handle(leave)]] = struct visitor*;
void leave [[rpc::local]] (visit left);

void pack([[rpc::in]] const crate* what, [[rpc::in]] const shelf* at, [[rpc::out]] std::uint32_t* pieces,
          [[rpc::out]] FILETIME* packed);
void turn([[rpc::in, rpc::out, rpc::ptr]] node* root);
void enter([[rpc::in, rpc::string]] const char16_t* name, [[rpc::out]] visit* made);
void greet([[rpc::in]] visit by, [[rpc::out, rpc::string]] char16_t** text);
void exit([[rpc::in, rpc::out]] visit* by);
void copy([[rpc::in]] rpc::pipe<std::uint8_t>& from, [[rpc::out]] rpc::pipe<std::uint8_t>& to);
std::int32_t later([[rpc::in]] std::vector<std::string> words, [[rpc::in]] std::optional<double> factor);

}  // namespace store

[[rpc::stubs]];

#endif
