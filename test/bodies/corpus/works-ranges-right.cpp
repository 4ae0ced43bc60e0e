// Modern C++20 with ranges: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_ranges_right {
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
    *text = copy_of(captions[index]);
    return 0;
  }
};
struct a2 : service {
  int palette(unsigned index, unsigned *colour) override {
    const auto in = colours | std::views::drop(index) | std::views::take(1);
    *colour = in.empty() ? 0 : in.front();
    return in.empty();
  }
};
struct a3 : service {
  int rate(std::span<const int> votes) override {
    if (votes.empty())
      return 0;
    return *rng::max_element(votes);
  }
};
struct a4 : service {
  int rate(std::span<const int> votes) override {
    const auto it = rng::max_element(votes);
    return it == votes.end() ? 0 : *it;
  }
};
struct a5 : service {
  int publish(const album &a) override {
    const auto total =
        std::accumulate(a.tracks.begin(), a.tracks.end(), std::size_t{0}, [](std::size_t n, const track &t) { return n + t.title.size(); });
    return total + (a.bonus ? a.bonus->title.size() : 0);
  }
};
struct a6 : service {
  int publish(const album &a) override {
    int n = 0;
    for (const auto &artist : a.tracks | std::views::transform(&track::artist) | std::views::filter([](const auto &o) { return o.has_value(); }))
      n += artist->size();
    return n;
  }
};
struct a7 : service {
  int play(std::optional<track> t) override {
    return t.value_or(track{}).marks.size();
  }
};
struct a8 : service {
  int bins(unsigned n, unsigned **counts) override {
    if (n > 1024)
      throw rpc::error(rpc::status::call_failed);
    *counts = rpc::allocate_array<unsigned>(n);
    rng::fill_n(*counts, n, 1u);
    return 0;
  }
};
struct a9 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::span s(data, n);
    *sum = std::accumulate(s.begin(), s.end(), 0u);
    for (auto &b : s | std::views::reverse | std::views::take(2))
      *sum += b;
    return 0;
  }
};
struct b1 : service {
  std::string last;
  int tag(std::string_view name, const std::string &) override {
    last = name.substr(0, 3);
    return 0;
  }
};
struct b2 : service {
  std::vector<std::string> seen;
  int tag(std::string_view name, const std::string &value) override {
    seen.emplace_back(name);
    seen.push_back(value);
    rng::sort(seen, rng::greater{}, &std::string::size);
    return seen.front().size();
  }
};
struct b3 : service {
  std::vector<track> top(unsigned count) override {
    std::vector<track> r(std::min(count, 100u));
    rng::for_each(r, [n = 0](track &t) mutable { t.title = std::to_string(n++); });
    return r;
  }
};
struct b4 : service {
  int rate(std::span<const int> votes) override {
    std::vector<std::size_t> order(votes.size());
    std::iota(order.begin(), order.end(), 0);
    rng::sort(order, {}, [&](std::size_t i) { return votes[i]; });
    int sum = 0;
    for (auto i : order)
      sum = sum * 2 + votes[i];
    return sum;
  }
};
struct b5 : service {
  int rate(std::span<const int> votes) override {
    std::vector<unsigned> order;
    for (unsigned i = 0; i < votes.size(); ++i)
      order.push_back(i);
    rng::stable_sort(order, rng::less{}, [&](unsigned i) { return votes[i]; });
    std::vector<int> sorted;
    rng::transform(order, std::back_inserter(sorted), [&](unsigned i) { return votes[i]; });
    return sorted.empty() ? 0 : sorted.back();
  }
};
struct b6 : service {
  void shuffle(std::vector<unsigned> &order) override {
    std::vector<unsigned> at(order.size());
    std::iota(at.begin(), at.end(), 0u);
    std::sort(at.begin(), at.end(), [&](unsigned a, unsigned b) { return order[a] < order[b]; });
    auto old = order;
    for (std::size_t i = 0; i < at.size(); ++i)
      order[i] = old[at[i]];
  }
};
struct b7 : service {
  void shuffle(std::vector<unsigned> &order) override {
    const auto [first, last] = rng::unique(order);
    order.erase(first, last);
    rng::reverse(order);
    if (auto it = rng::find(order, 0u); it != order.end())
      std::iter_swap(order.begin(), it);
  }
};
struct b8 : service {
  int tag(std::string_view, const std::string &value) override {
    int n = 0;
    const auto [end, ec] = std::from_chars(value.data(), value.data() + value.size(), n);
    if (ec != std::errc{} || end != value.data() + value.size())
      throw rpc::error(rpc::status::call_failed);
    return n;
  }
};
struct b9 : service {
  int tag(std::string_view name, const std::string &) override {
    return name.starts_with('#') || name.ends_with('!');
  }
};
struct c1 : service {
  int tag(std::string_view name, const std::string &value) override {
    try {
      return std::stoi(value) + name.size();
    } catch (const std::exception &) {
      return -1;
    }
  }
};
struct c2 : service {
  int enqueue(std::unique_ptr<track> t) override {
    return t ? t->marks.size() : 0;
  }
};
struct c3 : service {
  std::vector<std::unique_ptr<track>> list;
  int enqueue(std::unique_ptr<track> t) override {
    if (!t)
      return 1;
    list.push_back(std::move(t));
    return list.back()->marks.size();
  }
};
struct c4 : service {
  int publish_all(const std::vector<album> &all) override {
    return rng::count_if(all, [](const album &a) { return a.edition && a.edition->name.size() > 2; });
  }
};
struct c5 : service {
  int volume(unsigned channel, double value) override {
    static std::array<double, 8> levels{};
    levels.at(channel % levels.size()) = value;
    return 0;
  }
};
struct c6 : service {
  int list_events(cal h, unsigned from, unsigned most, event_list *list) override {
    auto some = h->titles | std::views::drop(from) | std::views::take(most);
    unsigned n = 0;
    for ([[maybe_unused]] const auto &each : some)
      ++n;
    list->events = rpc::allocate_array<event *>(n);
    list->count = n;
    unsigned i = 0;
    for (const auto &[id, title] : some) {
      auto *e = rpc::allocate<event>();
      e->title = copy_of(title);
      e->at = rpc::allocate<when>();
      list->events[i++] = e;
    }
    return 0;
  }
};
struct c7 : service {
  int attendees(cal h, unsigned id, attendee **first) override {
    *first = nullptr;
    if (const auto it = h->titles.find(id); it != h->titles.end()) {
      *first = rpc::allocate<attendee>();
      (*first)->name = copy_of(it->second);
    }
    return 0;
  }
};
struct c8 : service {
  std::vector<track> top(unsigned count) override {
    std::vector<track> all;
    for (auto i : std::views::iota(0u, std::min(count, 10u)))
      all.emplace_back(track{std::to_string(i), std::nullopt, {}});
    rng::sort(all, rng::greater{}, [](const track &t) { return t.title.size(); });
    return all;
  }
};
struct c9 : service {
  int publish(const album &a) override {
    std::vector<const track *> by;
    by.reserve(a.tracks.size());
    rng::transform(a.tracks, std::back_inserter(by), [](const track &t) { return &t; });
    rng::sort(by, {}, [](const track *t) { return t->marks.size(); });
    int n = 0;
    for (const track *t : by)
      n += t->title.size();
    return n;
  }
};
struct d1 : service {
  int publish(const album &a) override {
    std::map<std::string_view, std::size_t> marks;
    for (const track &t : a.tracks)
      marks[t.title] += t.marks.size();
    const auto most = rng::max_element(marks, {}, [](const auto &p) { return p.second; });
    return most != marks.end() ? most->second : 0;
  }
};
struct d2 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    std::vector<unsigned> order(n);
    std::iota(order.begin(), order.end(), 0);
    rng::sort(order, {}, [&](unsigned i) { return data[i]; });
    *sum = 0;
    for (auto i : order)
      *sum = *sum * 31 + data[i];
    return 0;
  }
};
struct d3 : service {
  int pack(unsigned *n, unsigned *values) override {
    std::span<unsigned> v(values, *n);
    const auto gone = rng::remove(v, 0u);
    rng::fill(gone, 0u);
    return gone.size();
  }
};
struct d4 : service {
  int tree(unsigned depth, folder **root) override {
    folder *made = nullptr;
    for (auto i : std::views::iota(0u, std::min(depth, 16u)) | std::views::reverse) {
      auto *f = rpc::allocate<folder>();
      f->id = i;
      f->first = std::exchange(made, f);
    }
    *root = made;
    return 0;
  }
};
struct d5 : service {
  std::optional<track> current() override {
    static std::optional<track> now;
    return now ? std::optional<track>(*now) : std::nullopt;
  }
};
struct d6 : service {
  void summary(std::string_view name, std::string &text) override {
    for (auto part : name | std::views::split('/')) {
      std::string_view p(&*part.begin(), static_cast<std::size_t>(std::distance(part.begin(), part.end())));
      if (!text.empty())
        text += ' ';
      text += p;
    }
  }
};
struct d7 : service {
  int publish(const album &a) override {
    const auto bonus = a.bonus.get();
    const bool loud = bonus && rng::any_of(bonus->marks, [](unsigned m) { return m > 9; });
    return loud ? bonus->title.size() : 0;
  }
};
struct d8 : service {
  int slots(unsigned n, unsigned *got, unsigned *free_slots) override {
    std::span out(free_slots, n);
    const auto end = rng::copy_if(colours | std::views::take(n), out.begin(), [](unsigned c) { return c != 0; }).out;
    *got = end - out.begin();
    return 0;
  }
};
struct d9 : service {
  int rate(std::span<const int> votes) override {
    std::array<int, 3> best{};
    const auto end = rng::partial_sort_copy(votes, best, rng::greater{}).out;
    return std::reduce(best.begin(), end);
  }
};
int use1(const client &c) {
  const auto all = c.top(4);
  return all.empty() ? 0 : all.front().title.size();
}
int use2(const client &c) {
  struct freer {
    void operator()(void *p) const {
      rpc::free(p);
    }
  };
  std::unique_ptr<folder, freer> f(c.home(1));
  return f ? f->id : 0;
}
std::string use3(const client &c) {
  char *raw = nullptr;
  if (c.caption(1, &raw) != 0 || raw == nullptr)
    return {};
  std::string s = raw;
  rpc::free(raw);
  return s;
}
}
