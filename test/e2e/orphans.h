#ifndef ORPHANS_H
#define ORPHANS_H

#include <rpc/rpc.h>

// Results that take the objects of the client away from its pointers: rpc::orphans.
namespace [[rpc::interface("8a7e0c7b-4a3f-4f0e-9c1d-2b6f3d5e7a90", 1, 0),
            rpc::pointer_default(unique)]] orphanage {

struct node {
  std::int32_t value;
  node* next;
};
struct leaf {
  std::int32_t* number;
  std::int32_t* others[2];
};
struct part {
  std::uint8_t length;
  [[rpc::length_is(length)]] std::int32_t* of[3];
};
union [[rpc::switch_type(std::int32_t)]] choice {
  [[rpc::case (1), rpc::string]] char* text;
  [[rpc::case (2)]] leaf numbers;
  [[rpc::case (9)]] part some;
  [[rpc::default]] rpc::none nothing;
};
struct chosen {
  std::int32_t kind;
  [[rpc::switch_is(kind)]] choice what;
};
// A choice in the arm of a choice, and one that carries its discriminant.
struct [[rpc::union_switch(kind)]] boxed {
  std::int32_t kind;
  union {
    [[rpc::case (1)]] chosen inner;
    [[rpc::case (2)]] std::int32_t number;
  } u;
};
struct shared {
  [[rpc::ptr]] std::int32_t* a;
  [[rpc::ptr]] std::int32_t* b;
};

void cut([[rpc::in, rpc::out]] node* list, [[rpc::in]] std::int32_t length);
void clear([[rpc::in, rpc::out]] node** list);
void choose([[rpc::in, rpc::out]] chosen* one, [[rpc::in]] std::int32_t kind);
void unbox([[rpc::in, rpc::out]] boxed* one);
void replace([[rpc::in, rpc::out]] node*& list);
void redirect([[rpc::in, rpc::out]] shared* pointers, [[rpc::in]] std::int32_t how);
void fail([[rpc::in, rpc::out]] node* list, [[rpc::out, rpc::range(0, 1)]] std::int32_t* digit);
void fresh([[rpc::out]] node* list);

}  // namespace orphanage

[[rpc::stubs]];

#endif
