// Services with members over types of the standard library, and contexts: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_standard_right {
using namespace works;
struct a1 : service {
  std::vector<track> known_;
  int play(std::optional<track> t) override {
    if (t)
      known_.push_back(*std::move(t));
    return known_.size();
  }
};
struct a2 : service {
  int play(std::optional<track> t) override {
    if (!t || t->title.empty())
      return 1;
    return 0;
  }
};
struct a3 : service {
  std::vector<std::shared_ptr<album>> all;
  int listen(std::shared_ptr<album> a) override {
    if (a == nullptr)
      return 0;
    all.push_back(a);
    return a->tracks.size();
  }
};
struct a4 : service {
  struct entry {
    std::string name;
    std::size_t n;
  };
  std::optional<entry> latest;
  int publish(const album &a) override {
    latest = entry{a.name, a.tracks.size()};
    return latest->n;
  }
};
struct a5 : service {
  std::map<std::string, int, std::less<>> ranks;
  int publish(const album &a) override {
    for (auto &t : a.tracks)
      ++ranks[t.title];
    const auto it = ranks.find(std::string_view(a.name));
    return it == ranks.end() ? 0 : it->second;
  }
};
struct a6 : service {
  std::vector<int> all;
  int rate(std::span<const int> votes) override {
    all.assign(votes.begin(), votes.end());
    all.insert(all.end(), votes.rbegin(), votes.rend());
    return all.size();
  }
};
struct a7 : service {
  int publish(const album &a) override {
    if (a.tracks.size() < 2)
      return 0;
    const track &first = a.tracks.front(), &second = a.tracks[1];
    return first.title == second.title;
  }
};
struct a8 : service {
  int publish(const album &a) override {
    int best = 0;
    for (auto &t : a.tracks)
      if (auto it = std::max_element(t.marks.begin(), t.marks.end()); it != t.marks.end())
        best = std::max<int>(best, *it);
    return best;
  }
};
struct a9 : service {
  int play(std::optional<track> t) override {
    if (!t.has_value())
      return 1;
    return !t->marks.empty() && t->marks.back() == 3;
  }
};
struct b1 : service {
  std::vector<double> levels;
  int volume(unsigned channel, double v) override {
    if (channel > 31)
      return 1;
    if (levels.size() <= channel)
      levels.resize(channel + 1);
    levels[channel] = v;
    return 0;
  }
};
struct b2 : service {
  std::unordered_map<unsigned, double> levels;
  int volume(unsigned channel, double v) override {
    auto [it, fresh] = levels.try_emplace(channel, v);
    if (!fresh)
      it->second = v;
    return 0;
  }
};
struct b3 : service {
  std::vector<double> levels = std::vector<double>(8);
  int volume(unsigned channel, double v) override try {
    levels.at(channel) = v;
    return 0;
  } catch (const std::out_of_range &) {
    return 1;
  }
};
struct b4 : service {
  std::deque<track> q;
  std::vector<track> top(unsigned count) override {
    const auto n = std::min<std::size_t>(count, q.size());
    return {q.begin(), std::next(q.begin(), n)};
  }
};
struct b5 : service {
  int palette(unsigned index, unsigned *colour) override {
    static constexpr std::string_view digits = "0123";
    *colour = index < digits.size() ? digits[index] : '?';
    return 0;
  }
};
struct b6 : service {
  int add_event(cal h, const event *e, unsigned *id) override {
    h->rooms.assign(e->rooms, e->rooms + e->count);
    for (unsigned r : h->rooms)
      if (r < std::size(h->ids))
        ++h->ids[r];
    *id = h->rooms.empty() ? 0 : h->rooms.front();
    return 0;
  }
};
struct b7 : service {
  int list_events(cal h, unsigned from, unsigned most, event_list *l) override {
    l->count = 0;
    std::vector<std::pair<unsigned, std::string>> part;
    for (auto it = h->titles.lower_bound(from); it != h->titles.end() && part.size() < most; ++it)
      part.push_back(*it);
    return part.size();
  }
};
struct b8 : service {
  int get_event(cal h, unsigned id, event **e) override {
    auto *r = rpc::allocate<event>();
    r->at = rpc::allocate<when>();
    r->count = h->rooms.size();
    r->rooms = rpc::allocate_array<unsigned>(h->rooms.size());
    std::copy(h->rooms.begin(), h->rooms.end(), r->rooms);
    r->at->minutes = id;
    *e = r;
    return 0;
  }
};
struct b9 : service {
  int caption(unsigned, char **text) override {
    std::ostringstream s;
    s << "text";
    const std::string t = std::move(s).str();
    *text = rpc::allocate_array<char>(t.size() + 1);
    t.copy(*text, t.size());
    return 0;
  }
};
struct c1 : service {
  int note(cal h, const char *text) override {
    h->last = text ? text : "";
    h->raw = h->last.c_str();
    h->view = h->last;
    return 0;
  }
};
struct c2 : service {
  int open_calendar(const char *owner, cal *h) override {
    auto c = std::make_unique<calendar>();
    if (owner)
      c->owner = owner;
    c->hook = [p = c.get()] { p->touch(); };
    *h = c.release();
    return 0;
  }
};
struct c3 : service {
  int listen(std::shared_ptr<album> a) override {
    return a && a->bonus ? a->bonus->marks.size() : 0;
  }
};
struct c4 : service {
  std::vector<std::unique_ptr<album>> shelf;
  int publish(const album &a) override {
    auto copy = std::make_unique<album>();
    copy->name = a.name;
    copy->tracks = a.tracks;
    if (a.bonus)
      copy->bonus = std::make_unique<track>(*a.bonus);
    copy->edition = a.edition;
    shelf.push_back(std::move(copy));
    return shelf.size();
  }
};
struct c5 : service {
  int tag(std::string_view name, const std::string &) override {
    const auto pos = name.find(':');
    return pos != name.npos && pos + 1 < name.size() ? name[pos + 1] : 0;
  }
};
struct c6 : service {
  int publish_all(const std::vector<album> &all) override {
    std::size_t best = 0;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
      best = std::max(best, it->tracks.size());
    return best;
  }
};
struct c7 : service {
  int rate(std::span<const int> votes) override {
    int n = 0;
    while (!votes.empty()) {
      n += votes.front();
      votes = votes.subspan(1);
    }
    return n;
  }
};
struct c8 : service {
  int rate(std::span<const int> votes) override {
    const auto tail = votes.last(std::min<std::size_t>(3, votes.size()));
    return std::accumulate(tail.begin(), tail.end(), 0);
  }
};
struct c9 : service {
  int reopen(cal *h, unsigned mode) override {
    if (!*h)
      *h = new calendar;
    calendar &c = **h;
    c.events = mode;
    return 0;
  }
};
struct d1 : service {
  int tag(std::string_view name, const std::string &value) override {
    std::string key(name);
    if (key.empty())
      key = "x";
    key[0] = std::toupper(key[0]);
    return key == value;
  }
};
struct d2 : service {
  void shuffle(std::vector<unsigned> &order) override {
    order.push_back(0);
    order.back() = order.front();
    order.pop_back();
  }
};
struct d3 : service {
  void shuffle(std::vector<unsigned> &order) override {
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[i / 2]);
  }
};
struct d4 : service {
  void summary(std::string_view name, std::string &text) override {
    text.assign(name);
    if (!text.empty() && text.back() == '/')
      text.pop_back();
    text.resize(std::min<std::size_t>(text.size(), 80));
  }
};
struct d5 : service {
  std::optional<track> current() override {
    track t;
    t.title = "now";
    t.marks.assign(3, 1);
    t.marks[2] = 0;
    return t;
  }
};
struct d6 : service {
  int publish(const album &a) override {
    const album *at = &a;
    int n = 0;
    while (at->edition) {
      at = at->edition.get();
      ++n;
    }
    return n;
  }
};
struct d7 : service {
  int publish(const album &a) override {
    auto titles = a.tracks;
    std::erase_if(titles, [](const track &t) { return t.title.empty(); });
    if (titles.empty())
      throw rpc::error(rpc::status::call_failed);
    std::sort(titles.begin(), titles.end(), [](auto &x, auto &y) { return x.title < y.title; });
    return titles.front().title[0];
  }
};
struct d8 : service {
  int tag(std::string_view name, const std::string &value) override {
    std::array<char, 16> buffer{};
    const auto n = name.copy(buffer.data(), buffer.size() - 1);
    return buffer[n] == 0 && value.data() != nullptr;
  }
};
}
