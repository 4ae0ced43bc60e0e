// Services with members over types of the standard library, and contexts: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_standard {
using namespace works;
struct a1 : service {
  std::vector<track *> known_;
  int play(std::optional<track> t) override {
    known_.push_back(&*t); // expected-warning {{[retain-pointer]}} expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct a2 : service {
  int play(std::optional<track> t) override {
    if (t->title.empty()) // expected-warning {{[unchecked-null]}}
      return 1;
    return 0;
  }
};
struct a3 : service {
  int listen(std::shared_ptr<album> a) override {
    return a->tracks.size(); // expected-warning {{[unchecked-null]}}
  }
};
struct a4 : service {
  const album *latest = nullptr;
  int publish(const album &a) override {
    latest = &a; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a5 : service {
  std::map<std::string_view, int> ranks;
  int publish(const album &a) override {
    for (auto &t : a.tracks)
      ranks[t.title] = 1; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a6 : service {
  std::span<const int> all;
  int rate(std::span<const int> votes) override {
    all = votes; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct a7 : service {
  int publish(const album &a) override {
    const track &first = a.tracks.front(); // expected-warning {{[unchecked-empty]}}
    return first.marks.empty();
  }
};
struct a8 : service {
  int publish(const album &a) override {
    int best = 0;
    for (auto &t : a.tracks)
      best = std::max<int>(best, t.marks[0]); // missed: [unchecked-empty], the reason is to be found out
    return best;
  }
};
struct a9 : service {
  int play(std::optional<track> t) override {
    if (!t.has_value() || t->marks.back() == 3)
      return 1; // missed: [unchecked-empty], the reason is to be found out
    return 0;
  }
};
struct b1 : service {
  std::vector<double> levels;
  int volume(unsigned channel, double v) override {
    levels.resize(channel + 1); // expected-warning {{[client-size-trust]}}
    levels[channel] = v;
    return 0;
  }
};
struct b2 : service {
  std::vector<double> levels = std::vector<double>(8);
  int volume(unsigned channel, double v) override {
    *(levels.begin() + channel) = v; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct b3 : service {
  std::vector<double> levels = std::vector<double>(8);
  int volume(unsigned channel, double v) override {
    levels.at(channel) = v; // expected-warning {{[throw-unmapped]}}
    return 0;
  }
};
struct b4 : service {
  std::deque<track> q;
  std::vector<track> top(unsigned count) override {
    return {q.begin(), q.begin() + count}; // expected-warning {{[client-size-trust]}}
  }
};
struct b5 : service {
  int palette(unsigned index, unsigned *colour) override {
    std::string digits = "0123";
    *colour = digits[index]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct b6 : service {
  int add_event(cal h, const event *e, unsigned *id) override {
    h->rooms.assign(e->rooms, e->rooms + e->count);
    *id = h->ids[e->rooms[0]]; // expected-warning {{[client-size-trust]}} expected-warning {{[unchecked-empty]}}
    return 0;
  }
};
struct b7 : service {
  int list_events(cal h, unsigned from, unsigned most, event_list *l) override {
    h->rooms.reserve(from * most); // expected-warning {{[client-size-trust]}}
    l->count = 0;
    return 0;
  }
};
struct b8 : service {
  int get_event(cal h, unsigned id, event **e) override {
    *e = rpc::allocate<event>();
    (*e)->at = rpc::allocate<when>();
    (*e)->count = h->rooms.size();
    (*e)->rooms = h->rooms.data(); // expected-warning {{[return-static]}}
    (*e)->at->minutes = id;
    return 0;
  }
};
struct b9 : service {
  int caption(unsigned, char **text) override {
    std::ostringstream s;
    s << "text";
    *text = const_cast<char *>(s.str().c_str()); // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct c1 : service {
  int note(cal h, const char *text) override {
    h->raw = text; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct c2 : service {
  int open_calendar(const char *owner, cal *h) override {
    auto *c = new calendar;
    c->raw = owner; // missed: [retain-pointer], the reason is to be found out
    *h = c;
    return 0;
  }
};
struct c3 : service {
  int listen(std::shared_ptr<album> a) override {
    if (!a)
      return 1;
    return a->bonus->marks.size(); // expected-warning {{[unchecked-null]}}
  }
};
struct c4 : service {
  int publish(const album &a) override {
    auto *p = a.bonus.get();
    delete p; // expected-warning {{[free-embedded]}}
    return 0;
  }
};
struct c5 : service {
  int tag(std::string_view name, const std::string &) override {
    const auto pos = name.find(':');
    return name[pos + 1]; // expected-warning {{[unchecked-empty]}}
  }
};
struct c6 : service {
  int publish_all(const std::vector<album> &all) override {
    return std::max_element(all.begin(), all.end(), [](auto &a, auto &b) { return a.name < b.name; })->tracks.size(); // expected-warning {{[unchecked-empty]}}
  }
};
struct c7 : service {
  int rate(std::span<const int> votes) override {
    return 100 / *votes.begin(); // expected-warning {{[unchecked-empty]}}
  }
};
struct c8 : service {
  int rate(std::span<const int> votes) override {
    auto tail = votes.last(1); // expected-warning {{[unchecked-empty]}}
    return tail[0];
  }
};
struct c9 : service {
  int reopen(cal *h, unsigned mode) override {
    calendar &c = **h; // expected-warning {{[ctx-null-in]}}
    c.events = mode;
    return 0;
  }
};
}
