// A fourth interface for the corpus: what a security authority, a printer, a
// backup and a telemetry service declare.
#include "../../Inputs/rpc.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <charconv>
#include <condition_variable>
#include <coroutine>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <queue>
#include <ranges>
#include <set>
#include <shared_mutex>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

class policy {
public:
  std::string owner;
  unsigned rights = 0;
  const char *comment = nullptr;
  std::string_view subject;
  std::vector<unsigned char> secret;
  std::map<std::string, int> names;
  void grant(unsigned more) { rights |= more; }
};

namespace [[INTERFACE, rpc::pointer_default(unique)]] site {
// The security authority.
struct sid { unsigned char revision; unsigned char count; [[rpc::size_is(count)]] unsigned *parts; };
struct account_name { [[rpc::string]] char *domain; [[rpc::string]] char *name; unsigned use; };
struct name_list { unsigned count; [[rpc::size_is(count)]] account_name *names; };
struct sid_list { unsigned count; [[rpc::size_is(count)]] sid **sids; };
struct trust { [[rpc::ref]] sid *domain; [[rpc::string]] char *name; trust *next; };
struct privilege { unsigned low; int high; privilege *next; };
using policy_handle [[rpc::context_handle]] = policy *;
void policy_handle_rundown [[rpc::local]] (policy_handle);

int open_policy([[rpc::in, rpc::unique, rpc::string]] const char *system, [[rpc::in]] unsigned access, [[rpc::out]] policy_handle *h);
int close_policy([[rpc::in, rpc::out]] policy_handle *h);
int lookup_names([[rpc::in]] policy_handle h, [[rpc::in]] const name_list *names, [[rpc::out]] sid_list *sids, [[rpc::out]] unsigned *mapped);
int lookup_sids([[rpc::in]] policy_handle h, [[rpc::in]] const sid_list *sids, [[rpc::out]] name_list **names);
int account_of([[rpc::in, rpc::unique]] const sid *who, [[rpc::out]] account_name **name);
int domain_of([[rpc::in]] const sid *who, [[rpc::out]] sid **domain);
int trusts([[rpc::in]] policy_handle h, [[rpc::in]] unsigned from, [[rpc::out]] trust **first);
int privileges([[rpc::in]] policy_handle h, [[rpc::out]] privilege **first);
int grant([[rpc::in]] policy_handle h, [[rpc::in, rpc::unique]] const privilege *first);
void normalize_privileges([[rpc::in, rpc::out]] privilege *first);
int set_comment([[rpc::in]] policy_handle h, [[rpc::in, rpc::string]] const char *comment);
int set_secret([[rpc::in]] policy_handle h, [[rpc::in]] unsigned size, [[rpc::in, rpc::size_is(size)]] const unsigned char *secret);
int get_secret([[rpc::in]] policy_handle h, [[rpc::out]] unsigned *size, [[rpc::out, rpc::size_is(, *size)]] unsigned char **secret);
int rename_account([[rpc::in, rpc::out]] account_name *a);
int merge_lists([[rpc::in]] const sid_list *a, [[rpc::in]] const sid_list *b, [[rpc::out]] sid_list *all);

// The printer.
struct page { unsigned number; unsigned bytes; [[rpc::size_is(bytes)]] unsigned char *data; page *next; };
struct document { [[rpc::string]] char *title; [[rpc::ref]] account_name *owner; page *pages; unsigned copies; };
struct queue_state { unsigned room; unsigned used; [[rpc::size_is(room), rpc::length_is(used)]] unsigned *jobs; };
int print_document([[rpc::in]] const document *d, [[rpc::out]] unsigned *job);
int document_of([[rpc::in]] unsigned job, [[rpc::out]] document **d);
int print_pages([[rpc::in, rpc::unique]] const page *first);
void drop_pages([[rpc::in, rpc::out]] page **first);
void queue_of([[rpc::in]] unsigned printer, [[rpc::out]] queue_state *state);
void advance_queue([[rpc::in, rpc::out]] queue_state *state);
int device_name([[rpc::in]] unsigned index, [[rpc::out, rpc::string]] char **name);
[[rpc::string]] char *default_printer();
int set_title([[rpc::in]] unsigned job, [[rpc::in, rpc::out, rpc::string]] char *title);
page *cover([[rpc::in]] unsigned job);

// The backup.
struct block { unsigned long long offset; unsigned size; [[rpc::size_is(size)]] unsigned char *bytes; };
struct volume { [[rpc::string]] char *label; volume *parent; volume *snapshots; unsigned index; };
union [[rpc::switch_type(int)]] target {
  [[rpc::case(1)]] unsigned tape;
  [[rpc::case(2)]] block *disk;
};
struct destination { int kind; [[rpc::switch_is(kind)]] target to; };
using bytes_pipe = rpc::pipe<unsigned char>;
int read_blocks([[rpc::in]] unsigned count, [[rpc::out]] unsigned *got, [[rpc::out, rpc::size_is(count), rpc::length_is(*got)]] unsigned *sums);
int write_block([[rpc::in]] const block *b);
int read_block([[rpc::in]] unsigned long long offset, [[rpc::in]] unsigned size, [[rpc::out]] block **b);
void patch([[rpc::in, rpc::out]] block *b);
int volume_tree([[rpc::in]] unsigned depth, [[rpc::out]] volume **root);
int depth_of([[rpc::in]] const volume *v);
int route_to([[rpc::in]] const destination *d);
void redirect([[rpc::in, rpc::out]] destination *d);
int slots([[rpc::in]] unsigned n, [[rpc::out, rpc::size_is(, n)]] unsigned **free_slots);
int slot_state([[rpc::in]] unsigned slot, [[rpc::out]] unsigned *state);
void checksums([[rpc::in]] unsigned n, [[rpc::in, rpc::out, rpc::size_is(n)]] unsigned *sums);
void compact_sums([[rpc::in, rpc::out]] unsigned *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] unsigned *sums);
void progress([[rpc::in]] unsigned job, [[rpc::in]] unsigned *percent);
int restore([[rpc::in]] bytes_pipe &data, [[rpc::in]] bytes_pipe &index, [[rpc::out]] bytes_pipe &log);

// Telemetry, in C++.
struct sample { std::string sensor; double value; std::optional<std::string> unit; };
struct series { std::string name; std::vector<sample> samples; std::unique_ptr<sample> last; std::shared_ptr<series> parent; };
int report([[rpc::in]] const series &s);
int report_all([[rpc::in]] const std::vector<series> &all);
int report_one([[rpc::in]] std::optional<sample> s);
int subscribe([[rpc::in]] std::string_view topic, [[rpc::in]] const std::string &who);
int submit([[rpc::in]] std::unique_ptr<series> s);
int attach([[rpc::in]] std::shared_ptr<series> s);
int histogram([[rpc::in]] std::span<const int> buckets);
int peak([[rpc::in]] const std::vector<double> &values);
void calibrate([[rpc::in]] std::vector<double> &values);
std::vector<sample> recent([[rpc::in]] unsigned count);
std::optional<sample> latest([[rpc::in]] const std::string &sensor);
void annotate([[rpc::in, rpc::out]] series &s);
int gauge([[rpc::in]] unsigned slot, [[rpc::in]] double value);
int topics([[rpc::in]] const std::vector<std::optional<std::string>> &names);
void summary([[rpc::in]] std::string_view topic, [[rpc::out]] std::string &text);
}

[[rpc::stubs]];

// What the rest of the program would have.
void log_line(std::string_view text);
void log_value(unsigned value);
bool may_proceed();

// What implementations and callers have in common.
namespace tools {
char *copied(std::string_view s) {
  auto *c = rpc::allocate_array<char>(s.size() + 1);
  std::ranges::copy(s, c);
  return c;
}
template <class T, class... A> T *make(A... a) { return new (rpc::allocate(sizeof(T))) T{a...}; }
template <class Node> class appender {
  Node **at_;
  unsigned count_ = 0;

public:
  explicit appender(Node **first) : at_(first) { *at_ = nullptr; }
  Node &add() {
    *at_ = rpc::allocate<Node>();
    Node &made = **at_;
    at_ = &made.next;
    ++count_;
    return made;
  }
  unsigned count() const { return count_; }
};
class guard {
  std::mutex &m_;

public:
  explicit guard(std::mutex &m) : m_(m) { m_.lock(); }
  ~guard() { m_.unlock(); }
};
template <class F> struct at_exit {
  F f;
  ~at_exit() { f(); }
};
template <class F> at_exit(F) -> at_exit<F>; // clang 16 needs it
struct rpc_free {
  void operator()(void *p) const { rpc::free(p); }
};
template <class T> using result_of = std::unique_ptr<T, rpc_free>;
unsigned checked(unsigned n, unsigned most) {
  if (n > most)
    throw rpc::error(rpc::status::call_failed);
  return n;
}
bool valid(const site::sid *s) { return s != nullptr && s->count > 0; }
}
