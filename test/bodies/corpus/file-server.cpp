// A file server as good programmers write it: silent.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/corpus.h"
#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>
#include <numeric>
#include <shared_mutex>
#include <unordered_map>

namespace right {
using namespace corpus;
constexpr unsigned max_block = 65536;
constexpr rpc::status no_such_file{0xE0000001};
constexpr rpc::status refused{0xE0000002};

#define CHECK(condition, code) \
  do { if (!(condition)) throw rpc::error(code, #condition); } while (false)

char *duplicate(std::string_view s) {
  char *copy = rpc::allocate_array<char>(s.size() + 1);
  std::copy(s.begin(), s.end(), copy);
  return copy;
}
struct file_closer {
  void operator()(std::FILE *f) const { std::fclose(f); }
};
using file = std::unique_ptr<std::FILE, file_closer>;
std::string normalised(std::string_view path) {
  std::string clean;
  clean.reserve(path.size());
  for (const char each : path)
    if (each != '/' || clean.empty() || clean.back() != '/')
      clean += each;
  if (clean.size() > 1 && clean.back() == '/')
    clean.pop_back();
  return clean;
}

class file_server : public service {
  struct entry {
    std::string name;
    std::vector<unsigned char> bytes;
    rec times{};
    int readers = 0;
  };
  mutable std::shared_mutex lock_;
  std::map<std::string, entry, std::less<>> files_;
  std::unordered_map<const session *, std::vector<std::string>> opened_;
  std::vector<std::string> journal_;
  std::array<int, 32> histogram_{};
  std::size_t reads_ = 0;

  const entry *lookup(std::string_view name) const {
    const auto at = files_.find(name);
    return at == files_.end() ? nullptr : &at->second;
  }
  entry &require(std::string_view name) {
    const auto at = files_.find(name);
    if (at == files_.end())
      throw rpc::error(no_such_file, std::string(name));
    return at->second;
  }
  void record(std::string_view what) {
    if (journal_.size() == 1000)
      journal_.erase(journal_.begin(), journal_.begin() + 500);
    journal_.emplace_back(what);
  }

public:
  int say(std::string_view path) override {
    const std::string name = normalised(path);
    std::unique_lock guard(lock_);
    const auto [at, added] = files_.try_emplace(name);
    if (!added)
      return 1;
    entry &fresh = at->second;
    fresh.name = name;
    fresh.times.a = static_cast<int>(files_.size());
    record(name);
    return 0;
  }

  void fetch(blob *b) override {
    std::shared_lock guard(lock_);
    const entry *newest = nullptr;
    for (const auto &[name, each] : files_)
      if (!newest || newest->times.a < each.times.a)
        newest = &each;
    if (!newest || newest->bytes.empty())
      return;
    const auto size = static_cast<unsigned>(newest->bytes.size());
    b->p = rpc::allocate_array<unsigned char>(size);
    b->n = size;
    std::copy(newest->bytes.begin(), newest->bytes.end(), b->p);
  }

  int weigh(const blob *b) override {
    CHECK(b->n <= max_block, refused);
    std::unique_lock guard(lock_);
    if (files_.empty())
      return -1;
    entry &first = files_.begin()->second;
    if (b->n > 0)
      first.bytes.insert(first.bytes.end(), b->p, b->p + b->n);
    const int sum = std::accumulate(b->p, b->p + b->n, 0);
    histogram_[b->n % histogram_.size()]++;
    return sum;
  }

  void read_some(unsigned n, unsigned *used, int *a) override {
    *used = 0;
    std::shared_lock guard(lock_);
    for (const auto &[name, each] : files_) {
      if (*used == n)
        break;
      a[*used] = static_cast<int>(each.bytes.size());
      ++*used;
    }
    if (*used > 1)
      std::sort(a, a + *used);
  }

  void spread(unsigned n, int **a) override {
    const unsigned count = std::min<unsigned>(n, histogram_.size());
    if (count != n)
      throw rpc::error(refused, "too many");
    *a = static_cast<int *>(rpc::allocate(count * sizeof(int)));
    std::copy_n(histogram_.begin(), count, *a);
  }

  void build(node **l) override {
    std::shared_lock guard(lock_);
    node **end = l;
    *end = nullptr;
    for (const auto &[name, each] : files_) {
      auto *fresh = static_cast<node *>(rpc::allocate(sizeof(node)));
      fresh->v = static_cast<int>(each.bytes.size());
      fresh->next = nullptr;
      *end = fresh;
      end = &fresh->next;
    }
  }

  void list_rows(table *t) override {
    std::shared_lock guard(lock_);
    std::vector<const entry *> newest;
    newest.reserve(files_.size());
    for (const auto &[name, each] : files_)
      newest.push_back(&each);
    std::sort(newest.begin(), newest.end(),
              [](const entry *x, const entry *y) { return x->times.a > y->times.a; });
    if (newest.size() > 10)
      newest.resize(10);
    t->rows = rpc::allocate_array<rec *>(newest.size());
    for (const entry *each : newest) {
      rec *row = rpc::allocate<rec>();
      *row = each->times;
      t->rows[t->n++] = row;
    }
  }

  void open(handle *h) override {
    auto fresh = std::make_unique<session>();
    fresh->limit = 100;
    fresh->user = "guest";
    std::unique_lock guard(lock_);
    auto &names = opened_[fresh.get()];
    names.clear();
    if (opened_.size() > 1000) {
      opened_.erase(fresh.get());
      throw rpc::error(refused, "too many sessions");
    }
    *h = fresh.release();
  }

  int note(handle h, std::string_view s) override {
    if (s.empty() || s.front() == '.')
      return -1;
    std::unique_lock guard(lock_);
    entry &wanted = require(s);
    auto &names = opened_[h];
    if (std::find(names.begin(), names.end(), s) != names.end())
      return 1;
    names.emplace_back(s);
    ++wanted.readers;
    ++h->calls;
    return 0;
  }

  void close(handle *h) override {
    if (!*h)
      throw rpc::error(rpc::status::call_failed);
    std::unique_ptr<session> mine(std::exchange(*h, nullptr));
    std::unique_lock guard(lock_);
    if (const auto at = opened_.find(mine.get()); at != opened_.end()) {
      for (const std::string &each : at->second)
        if (const auto found = files_.find(each); found != files_.end())
          --found->second.readers;
      opened_.erase(at);
    }
    record(mine->user);
  }

  int use(handle h) override {
    if (++h->calls > h->limit)
      throw rpc::error(refused, "limit");
    std::shared_lock guard(lock_);
    const auto at = opened_.find(h);
    if (at == opened_.end())
      return 0;
    int bytes = 0;
    for (const std::string &each : at->second)
      if (const entry *found = lookup(each))
        bytes += static_cast<int>(found->bytes.size());
    return bytes;
  }

  void copy(numbers &from, numbers &to) override {
    std::array<int, 256> part;
    std::vector<int> all;
    while (const std::size_t count = from.pull(part)) {
      CHECK(all.size() + count <= max_block, refused);
      all.insert(all.end(), part.begin(), part.begin() + count);
    }
    std::reverse(all.begin(), all.end());
    for (std::span<const int> rest = all; !rest.empty();) {
      const auto some = rest.first(std::min<std::size_t>(rest.size(), part.size()));
      to.push(some);
      rest = rest.subspan(some.size());
    }
  }

  int measure(const char *path) override {
    const file f(std::fopen(path, "rb"));
    if (!f)
      return -1;
    char buffer[512];
    int total = 0;
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, f.get()))
      total += static_cast<int>(count);
    return total;
  }

  void title(char **s) override {
    std::string line;
    {
      std::shared_lock guard(lock_);
      line = std::to_string(files_.size()) + " files";
      if (!journal_.empty())
        line.append(", last ").append(journal_.back());
    }
    if (line.size() > 80)
      line.resize(80);
    *s = duplicate(line);
  }

  std::string text() override {
    std::shared_lock guard(lock_);
    std::string all;
    for (auto at = journal_.rbegin(); at != journal_.rend(); ++at) {
      if (all.size() + at->size() > 4096)
        break;
      all += *at;
      all += '\n';
    }
    if (!all.empty())
      all.pop_back();
    return all;
  }

  std::vector<item> all() override {
    std::shared_lock guard(lock_);
    std::vector<item> found;
    for (const auto &[name, each] : files_) {
      item one;
      one.name = name;
      one.marks.assign(each.bytes.begin(), each.bytes.end());
      if (each.readers > 0)
        one.at = each.times;
      found.push_back(std::move(one));
    }
    return found;
  }

  void find(std::string_view name, std::optional<rec> &r) override {
    std::shared_lock guard(lock_);
    const entry *found = lookup(name);
    const bool visible = found != nullptr && !found->name.starts_with('.');
    if (!visible) {
      r.reset();
      return;
    }
    r = found->times;
    r->b = static_cast<int>(found->bytes.size());
  }

  int ask(unsigned n) override {
    static constexpr std::array limits{16, 64, 256, 1024};
    if (n >= limits.size())
      return -1;
    const int limit = limits[n];
    std::shared_lock guard(lock_);
    return static_cast<int>(std::count_if(files_.begin(), files_.end(), [limit](const auto &each) {
      return static_cast<int>(each.second.bytes.size()) > limit;
    }));
  }

  int asked(const request *r) override {
    const unsigned slot = r->slot;
    if (const bool valid = slot < histogram_.size(); !valid)
      throw rpc::error(rpc::status::call_failed);
    const auto wanted = std::clamp<std::size_t>(r->count, 1, 64);
    std::vector<int> recent;
    recent.reserve(wanted);
    for (auto at = journal_.rbegin(); at != journal_.rend() && recent.size() < wanted; ++at)
      recent.push_back(static_cast<int>(at->size()));
    return histogram_[slot] + std::accumulate(recent.begin(), recent.end(), 0);
  }

  int names(const std::vector<std::string> &v) override {
    std::unique_lock guard(lock_);
    int removed = 0;
    for (const std::string &each : v) {
      const auto at = files_.find(each);
      if (at == files_.end() || at->second.readers > 0)
        continue;
      files_.erase(at);
      ++removed;
    }
    if (removed > 0)
      record(v.front());
    return removed;
  }

  void append(char *path) override {
    char *to = path;
    for (const char *from = path; *from; ++from) {
      if (*from == '/' && to != path && to[-1] == '/')
        continue;
      *to++ = *from;
    }
    if (to - path > 1 && to[-1] == '/')
      --to;
    *to = '\0';
  }

  void extend(unsigned size, char *path) override {
    constexpr std::string_view suffix = ".bak";
    const std::size_t length = strlen(path);
    if (length + suffix.size() >= size)
      throw rpc::error(refused, "no room");
    suffix.copy(path + length, suffix.size());
    path[length + suffix.size()] = '\0';
    std::unique_lock guard(lock_);
    record(path);
  }
};
}
