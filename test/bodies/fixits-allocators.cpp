// The allocator of the stubs in place of another one leaves nothing to report.
// RUN: rm -rf %t && mkdir %t && cp -r %S/Inputs %t && cp %s %t/fixed.cpp
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-bodies -Xclang -fixit -DFIXED %t/fixed.cpp
// RUN: FileCheck %s < %t/fixed.cpp
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-bodies -Werror -DFIXED %t/fixed.cpp
// What has more than one correction is left as it is.
// RUN: cp %s %t/left.cpp && %clang -fsyntax-only -fplugin-arg-rpcgen-bodies -Xclang -fixit %t/left.cpp
// RUN: FileCheck --check-prefix=LEFT %s < %t/left.cpp
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node {
  int v;
  [[rpc::unique]] node *next;
};
void make([[rpc::in]] int how, [[rpc::out]] node **l);
void cut([[rpc::in, rpc::out, rpc::unique]] node **l);
}

[[rpc::stubs]];

namespace user {
using namespace tested;

#ifdef FIXED
struct implementation : service {
  void make(int how, node **l) override {
    if (how == 0) {
      // CHECK: {{^}}      *l = static_cast<node *>(rpc::allocate(sizeof(node)));
      *l = static_cast<node *>(std::malloc(sizeof(node)));
      **l = {};
    } else if (how == 1) {
      // CHECK: {{^}}      *l = static_cast<node *>(rpc::allocate(sizeof(node)));
      *l = static_cast<node *>(malloc(sizeof(node)));
      **l = {};
    } else if (how == 2) {
      // CHECK: {{^}}      *l = rpc::allocate<node>();
      *l = new node;
      **l = {};
    } else {
      // CHECK: {{^}}      *l = rpc::allocate<node>();
      *l = new node();
    }
  }
  void cut(node **) override {}
};

void release(const client &c) {
  node *one = nullptr, *two = nullptr, *three = nullptr;
  c.make(0, &one);
  c.make(1, &two);
  c.make(2, &three);
  // CHECK: {{^}}  rpc::free(one);
  delete one;
  // CHECK: {{^}}  rpc::free(two);
  free(two);
  // CHECK: {{^}}  rpc::free(three);
  std::free(three);
}
#else
#define RELEASE(p) delete p
node *given() { return new node(); }

struct implementation : service {
  void make(int, node **l) override {
    // LEFT: {{^}}    *l = given();
    *l = given();
  }
  void cut(node **) override {}
};

void release(const client &c, bool own) {
  node *one = nullptr, *two = nullptr;
  c.make(0, &one);
  c.make(1, &two);
  // LEFT: {{^}}  RELEASE(one);
  RELEASE(one);
  node *either = own ? new node : two;
  // LEFT: {{^}}  delete either;
  delete either;
}
#endif
}
