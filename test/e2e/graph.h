#ifndef GRAPH_H
#define GRAPH_H

#include <rpc/rpc.h>

// Graphs: full pointers, whose aliases and cycles travel.
namespace [[rpc::interface("5f0c9d4e-2a5f-4a0b-9f3c-6a1d0b7e9c21", 1, 0),
            rpc::pointer_default(ptr)]] graph {

struct node {
  std::int32_t value;
  node* next;
  node* previous;
};
struct text {
  [[rpc::string]] char16_t* first;
  [[rpc::string]] char16_t* second;
};
struct measured {
  std::uint32_t count;
  [[rpc::size_is(count)]] std::int32_t* numbers;
};
using shared [[rpc::ptr]] = std::int32_t*;
using always [[rpc::ref]] = std::int32_t*;

// How many different nodes there are, up to 10.
std::int32_t count([[rpc::in, rpc::ptr]] const node* first);
// Doubles every node of a ring once, and puts a new one behind the first.
void extend([[rpc::in, rpc::out, rpc::ptr]] node* first, [[rpc::in]] std::int32_t value);
// The last node of what is given, itself.
void last([[rpc::in, rpc::ptr]] node* first, [[rpc::out]] node** found);
[[rpc::ptr]] node* ring([[rpc::in]] std::int32_t length);
bool same([[rpc::in]] shared a, [[rpc::in]] shared objects);
void swap([[rpc::in, rpc::out]] text* t);
void shorten([[rpc::in, rpc::out]] measured* a, [[rpc::in, rpc::out]] measured* b);
// The class of every pointer, said in two ways.
std::int32_t add([[rpc::in, rpc::ptrs(unique, ref)]] std::int32_t** a,
                 [[rpc::in, rpc::unique]] always* b);
// A walk that the server remembers. What comes with its handle may be read twice.
[[rpc::context_handle]] void* begin();
std::int32_t visit([[rpc::in, rpc::context_handle]] void* walk,
                   [[rpc::in, rpc::ptr]] const node* next,
                   [[rpc::in]] const std::int64_t* weight);

}  // namespace graph

[[rpc::stubs]];

#endif
