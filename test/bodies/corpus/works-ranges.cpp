// Modern C++20 with ranges: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_ranges {
using namespace works;
namespace rng = std::ranges;
namespace {
std::vector<std::string> captions{"a", "b"};
std::vector<unsigned> colours(16);
char *copy_of(std::string_view s) {
  auto *p = rpc::allocate_array<char>(s.size() + 1);
  rng::copy(s, p);
  return p;
}
}
struct a1 : service {
  int caption(unsigned index, char **text) override {
    if (index >= captions.size())
      throw rpc::error(rpc::status::call_failed);
    *text = captions[index].data(); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct a2 : service {
  int palette(unsigned index, unsigned *colour) override {
    *colour = colours[index]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct a3 : service {
  int rate(std::span<const int> votes) override {
    return *rng::max_element(votes); // expected-warning {{[unchecked-empty]}}
  }
};
struct a4 : service {
  int rate(std::span<const int> votes) override {
    return votes.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct a5 : service {
  int publish(const album &a) override {
    const auto titles = a.tracks | std::views::transform(&track::title);
    (void)titles;
    return a.bonus->title.size(); // expected-warning {{[unchecked-null]}}
  }
};
struct a6 : service {
  int publish(const album &a) override {
    int n = 0;
    for (const auto &t : a.tracks)
      n += t.artist->size(); // expected-warning {{[unchecked-null]}}
    return n;
  }
};
struct a7 : service {
  int play(std::optional<track> t) override {
    return t.value().marks.size(); // expected-warning {{[throw-unmapped]}}
  }
};
struct a8 : service {
  int bins(unsigned n, unsigned **counts) override {
    std::vector<unsigned> v;
    v.resize(n); // expected-warning {{[client-size-trust]}}
    *counts = nullptr;
    return v.size();
  }
};
struct a9 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::span s(data, n);
    *sum = s.back(); // expected-warning {{[unchecked-empty]}}
    return 0;
  }
};
struct b1 : service {
  std::string_view last;
  int tag(std::string_view name, const std::string &) override {
    last = name.substr(0, 3); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct b2 : service {
  std::vector<std::string_view> seen;
  int tag(std::string_view name, const std::string &value) override {
    seen.push_back(name);     // expected-warning {{[retain-pointer]}}
    seen.emplace_back(value);
    return 0;
  }
};
struct b3 : service {
  std::vector<track> top(unsigned count) override {
    std::vector<track> r(count); // expected-warning {{[client-size-trust]}}
    return r;
  }
};
struct b4 : service {
  int caption(unsigned index, char **text) override {
    std::string s = "caption " + std::to_string(index);
    *text = s.data(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct b5 : service {
  int tree(unsigned depth, folder **root) override {
    auto f = std::make_unique<folder>();
    f->id = depth;
    *root = f.get(); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct b6 : service {
  int tree(unsigned depth, folder **root) override {
    auto f = std::make_unique<folder>();
    f->id = depth;
    *root = f.release(); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct b7 : service {
  int slots(unsigned n, unsigned *got, unsigned *free_slots) override {
    const auto filled = std::min<unsigned>(n, 8);
    rng::fill_n(free_slots, filled, 1u);
    *got = filled < n ? filled : n * 2; // expected-warning {{[length-exceeds-size]}}
    return 0;
  }
};
struct b8 : service {
  int tag(std::string_view, const std::string &value) override {
    return std::stoi(value); // expected-warning {{[throw-unmapped]}}
  }
};
struct b9 : service {
  int tag(std::string_view name, const std::string &) override {
    return name[0] == '#'; // expected-warning {{[unchecked-empty]}}
  }
};
struct c1 : service {
  void shuffle(std::vector<unsigned> &order) override {
    order.back() = 0; // expected-warning {{[unchecked-empty]}}
  }
};
struct c2 : service {
  int enqueue(std::unique_ptr<track> t) override {
    return t->marks.size(); // expected-warning {{[unchecked-null]}}
  }
};
struct c3 : service {
  track *now = nullptr;
  int enqueue(std::unique_ptr<track> t) override {
    now = t.get(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct c4 : service {
  int publish_all(const std::vector<album> &all) override {
    auto named = all | std::views::filter([](const album &a) { return a.edition->name.size() > 2; }); // missed: [unchecked-null], the reason is to be found out
    return rng::distance(named);
  }
};
struct c5 : service {
  int volume(unsigned channel, double value) override {
    static std::array<double, 8> levels{};
    levels[channel] = value; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct c6 : service {
  int list_events(cal h, unsigned from, unsigned most, event_list *list) override {
    list->count = 0;
    (void)most;
    return h->rooms[from]; // expected-warning {{[client-size-trust]}}
  }
};
struct c7 : service {
  int attendees(cal h, unsigned id, attendee **first) override {
    *first = rpc::allocate<attendee>();
    (*first)->name = h->titles[id].data(); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct c8 : service {
  std::vector<track> top(unsigned count) override {
    throw std::out_of_range("top " + std::to_string(count)); // expected-warning {{[throw-unmapped]}}
  }
};
struct c9 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    if (w > 4096)
      return 1;
    auto r = rpc::allocate<tile>();
    r->pixels = rpc::allocate_array<unsigned char>(w * h); // expected-warning {{[client-size-trust]}}
    r->size = w * h;
    *t = r;
    return 0;
  }
};
struct d1 : service {
  int read_tile(unsigned w, unsigned, tile **t) override {
    constexpr unsigned row = 64;
    *t = nullptr;
    std::vector<unsigned char> line((w / 8 + 1) * row); // expected-warning {{[client-size-trust]}}
    return line.size();
  }
};
}
