// The like of works-unknown-right.cpp with what is proven.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_unknown {
using namespace works;
namespace rng = std::ranges;
static unsigned table[64];
struct a1 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::span s(data, n);
    *sum = s.front(); // expected-warning {{[unchecked-empty]}}
    return 0;
  }
};
struct a2 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::span<const unsigned char> all{data, n};
    *sum = all[0]; // expected-warning {{[unchecked-empty]}}
    return 0;
  }
};
struct a3 : service {
  int rate(std::span<const int> votes) override {
    auto rest = votes;
    return rest.back(); // expected-warning {{[unchecked-empty]}}
  }
};
struct b1 : service {
  std::string_view last;
  int tag(std::string_view name, const std::string &) override {
    auto old = std::exchange(last, name); // expected-warning {{[retain-pointer]}}
    return old.size();
  }
};
struct b2 : service {
  std::vector<std::string_view> all;
  int tag(std::string_view name, const std::string &) override {
    auto old = std::exchange(all, {name, name});
    return old.size();
  }
};
struct c1 : service {
  int close_calendar(cal *h) override {
    delete *h; // expected-warning {{[ctx-not-nulled]}}
    if (!allowed())
      throw rpc::error(rpc::status::call_failed);
    *h = nullptr;
    return 0;
  }
};
struct d1 : service {
  int describe(unsigned id, shape *s) override {
    std::string text = std::to_string(id);
    s->kind = 2;
    s->u.text = text.data(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct d2 : service {
  int describe(unsigned id, shape *s) override {
    static char name[16];
    s->kind = id ? 2 : 0;
    s->u.text = name; // expected-warning {{[return-static]}}
    return 0;
  }
};
struct d3 : service {
  int describe(unsigned id, shape *s) override {
    s->kind = 3;
    s->u.picture = static_cast<tile *>(rpc::allocate(sizeof(tile)));
    s->u.picture->width = s->u.picture->height = id;
    s->u.picture->size = 0;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct d4 : service {
  int describe(unsigned id, shape *s) override {
    s->kind = 2;
    s->u.text = new char[id % 16 + 1](); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct e1 : service {
  int bins(unsigned n, unsigned **counts) override {
    *counts = rpc::allocate_array<unsigned>((n / 8 + 1) * 16); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct e2 : service {
  int palette(unsigned index, unsigned *colour) override {
    *colour = table[index >> 2]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct e3 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    *t = nullptr;
    if (w > 4096)
      return 87;
    std::vector<unsigned char> v(w * h); // expected-warning {{[client-size-trust]}}
    return v.size();
  }
};
struct f1 : service {
  int play(std::optional<track> t) override {
    return t.value().marks.size(); // expected-warning {{[throw-unmapped]}}
  }
};
struct f2 : service {
  int publish(const album &a) override {
    int n = 0;
    for (const track &t : a.tracks)
      n += t.artist.value().size(); // expected-warning {{[throw-unmapped]}}
    return n;
  }
};
struct g1 : service {
  int slots(unsigned n, unsigned *got, unsigned *free_slots) override {
    unsigned filled = 0;
    while (filled < n && filled < 64) {
      free_slots[filled] = table[filled];
      ++filled;
    }
    *got = filled < n ? filled : n * 2; // expected-warning {{[length-exceeds-size]}}
    return 0;
  }
};
int use1(const client &c) {
  folder *f = nullptr;
  c.extend(f); // expected-warning {{[orphan-client]}}
  return 0;
}
int use2(const client &c) {
  folder *f = nullptr;
  if (c.extend(f) != 0) // expected-warning {{[orphan-client]}}
    return 1;
  if (!f)
    return 2;
  return f->id;
}
}
