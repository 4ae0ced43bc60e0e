// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct later;
struct cursor {
  // expected-error@+2 {{[ignore] needs a pointer, and field 'cached' is not one [ignore-nonpointer]}}
  // expected-note@+1 {{what does not travel has no place in a struct that does}}
  [[rpc::ignore]] int cached;
  // expected-error@+1 {{[ignore] needs a pointer, and field 'numbers' is not one}}
  [[rpc::ignore]] int numbers[2];
};
void a([[rpc::in]] cursor *c);

// Silent: nothing is asked of what it leads to.
struct odd {
  long size;
  virtual void f();
};
struct quiet {
  [[rpc::ignore]] void *data;
  [[rpc::ignore]] later *next;
  [[rpc::ignore]] void (*notify)(int);
  [[rpc::ignore]] long *count;
  [[rpc::ignore]] odd *strange;
};
void b([[rpc::in]] quiet *q);
}

[[rpc::stubs]];
