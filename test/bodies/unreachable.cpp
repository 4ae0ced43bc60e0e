// What control never reaches is not followed, and what it reaches is.
// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int value; node *next; };
int endless([[rpc::in]] node *first); // expected-note {{test it, or declare}}
int never([[rpc::in]] node *first); // expected-note {{test it, or declare}}
int constant([[rpc::in]] node *first); // expected-note {{test it, or declare}}
int switched([[rpc::in]] node *first, [[rpc::in]] int how); // expected-note {{test it, or declare}}
}

[[rpc::stubs]];

namespace user {
struct server : tested::service {
  int endless(tested::node *first) override {
    while (true)
      if (first->value == 0)
        return first->next->value; // expected-warning {{[unchecked-null]}}
  }
  int never(tested::node *first) override {
    while (false)
      first = first->next;
    return first->next->value; // expected-warning {{[unchecked-null]}}
  }
  int constant(tested::node *first) override {
    if constexpr (sizeof(int) == 2)
      return first->next->value;
    for (;;)
      first->value = first->next->value; // expected-warning {{[unchecked-null]}}
  }
  int switched(tested::node *first, int how) override {
    switch (how) {
    case 1:
      throw rpc::error(rpc::status::invalid_arg);
    default:
      __builtin_unreachable();
      return first->next->value;
    case 2:
      return first->next->value; // expected-warning {{[unchecked-null]}}
    }
  }
};
}
