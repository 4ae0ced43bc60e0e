// As it should be where helpers and wrappers ask for null: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace asked {
bool there(const sid *s) { return s != nullptr; }
template <class T> class ref {
  T *p_;

public:
  explicit ref(T *p) : p_(p) {}
  explicit operator bool() const { return p_ != nullptr; }
  bool empty() const { return !p_; }
  T *operator->() const { return p_; }
  T &operator*() const { return *p_; }
};
struct a1 : service {
  int merge_lists(const sid_list *a, const sid_list *b, sid_list *all) override {
    *all = {};
    if (a->count == 0 || b->count == 0)
      return 0;
    const sid *x = a->sids[0], *y = b->sids[0];
    const bool has = there(x), other = there(y);
    if (has && other)
      return x->count + y->count;
    return has ? x->count : 0;
  }
};
struct a2 : service {
  int merge_lists(const sid_list *a, const sid_list *b, sid_list *all) override {
    *all = {};
    if (a->count == 0 || b->count == 0)
      return 0;
    const ref x(a->sids[0]), y(b->sids[0]);
    if (!x || y.empty())
      return 0;
    return x->count + (*y).count;
  }
};
}
