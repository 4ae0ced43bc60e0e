// Results in memory of the server, and parameters that are assigned what other functions find.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
namespace elsewhere {
using namespace corpus;
rec *lookup(int);
rec *lookup2(int, int);

struct a1 : service {
  void put(rec *r) override {
    r = lookup2(1, 2); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct a2 : service {
  rec *c_;
  void put(rec *r) override {
    r = c_; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
rec *global;
struct a3 : service {
  void put(rec *r) override {
    r = global; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct a4 : service {
  std::map<int, rec *> m_;
  void put(rec *r) override {
    r = m_[3]; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct a5 : service {
  std::map<int, rec *> m_;
  void put(rec *r) override {
    auto it = m_.find(3);
    if (it != m_.end())
      r = it->second; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct a6 : service {
  std::map<int, rec> m_;
  void edit(rec *r) override {
    r = &m_[r->a]; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct a7 : service {
  std::vector<rec *> m_;
  void edit(rec *r) override {
    for (rec *x : m_)
      if (x->a == 4)
        r = x; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct a8 : service {
  rec *c_;
  void put(rec *r) override {
    r = c_ ? c_ : lookup(4); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct a9 : service {
  rec *find(int) const;
  void put(rec *r) override {
    auto *x = find(2);
    r = x; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct b0 : service {
  std::unique_ptr<rec> u_;
  void put(rec *r) override {
    r = u_.get(); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
node *last(node *);
struct c1 : service {
  std::unique_ptr<rec> u_;
  void make(rec **r) override {
    *r = u_.get(); // expected-warning {{[return-static]}}
  }
};
struct c2 : service {
  std::optional<rec> u_;
  void make(rec **r) override {
    if (u_)
      *r = &*u_; // expected-warning {{[return-static]}}
  }
};
struct c3 : service {
  std::shared_ptr<rec> u_;
  rec *give() override {
    return u_.get(); // expected-warning {{[return-static]}}
  }
};
struct c4 : service {
  std::vector<std::unique_ptr<rec>> u_;
  rec *give() override {
    return u_[0].get(); // expected-warning {{[return-static]}}
  }
};
struct c5 : service {
  std::map<int, std::unique_ptr<rec>> u_;
  rec *give() override {
    auto it = u_.find(3);
    return it == u_.end() ? nullptr : it->second.get(); // expected-warning {{[return-static]}}
  }
};
struct c6 : service {
  rec *give() override {
    static std::unique_ptr<rec> u = std::make_unique<rec>();
    return u.get(); // expected-warning {{[return-static]}}
  }
};
struct c7 : service {
  rec *give() override {
    static std::optional<rec> u;
    if (!u)
      u.emplace();
    return &*u; // expected-warning {{[return-static]}}
  }
};
struct c8 : service {
  std::shared_ptr<rec> u_;
  rec *give() override {
    std::shared_ptr<rec> mine = u_;
    return mine.get(); // expected-warning {{[return-static]}}
  }
};
struct c9 : service {
  std::vector<rec> u_;
  rec *give() override {
    return u_.empty() ? nullptr : &u_.front(); // expected-warning {{[return-static]}}
  }
};
struct d1 : service {
  std::vector<rec> u_;
  void make(rec **r) override {
    for (auto &x : u_)
      if (x.a == 3)
        *r = &x; // expected-warning {{[return-static]}}
  }
};
struct d7 : service {
  std::unique_ptr<std::string> u_;
  void title(char **s) override {
    *s = u_->data(); // expected-warning {{[return-static]}}
  }
};
struct d8 : service {
  std::vector<std::string> u_;
  void title(char **s) override {
    *s = u_[0].data(); // expected-warning {{[return-static]}}
  }
};
struct d9 : service {
  std::unique_ptr<item> u_;
  void title(char **s) override {
    *s = u_->name.data(); // expected-warning {{[return-static]}}
  }
};
struct e1 : service {
  std::array<rec, 4> u_;
  rec *give() override {
    return &u_[1]; // expected-warning {{[return-static]}}
  }
};
struct e2 : service {
  std::unique_ptr<rec[]> u_;
  rec *give() override {
    return &u_[1]; // expected-warning {{[return-static]}}
  }
};
struct e3 : service {
  std::deque<rec> u_;
  rec *give() override {
    return &u_.back(); // expected-warning {{[return-static]}}
  }
};
struct e4 : service {
  std::list<rec> u_;
  rec *give() override {
    return &*u_.begin(); // expected-warning {{[return-static]}}
  }
};
struct e5 : service {
  struct inner {
    std::unique_ptr<rec> r;
  } i_;
  rec *give() override {
    return i_.r.get(); // expected-warning {{[return-static]}}
  }
};
struct e6 : service {
  struct inner {
    std::unique_ptr<rec> r;
  };
  std::unique_ptr<inner> i_;
  rec *give() override {
    return i_->r.get(); // expected-warning {{[return-static]}}
  }
};
struct e7 : service {
  std::unique_ptr<rec> u_;
  const rec *cur() const {
    return u_.get();
  }
  rec *give() override {
    return const_cast<rec *>(cur()); // expected-warning {{[return-static]}}
  }
};
struct e9 : service {
  std::unique_ptr<rec> u_;
  rec *give() override {
    return u_.release(); // expected-warning {{[return-static]}}
  }
};
}
