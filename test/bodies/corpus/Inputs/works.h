// A fifth interface for the corpus: a calendar, images, folders and music.
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
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <shared_mutex>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <variant>
class calendar {
public:
  std::string owner;
  std::string last;
  const char *raw = nullptr;
  std::string_view view;
  unsigned events = 0;
  unsigned ids[32] = {};
  std::vector<unsigned> rooms;
  std::map<unsigned, std::string> titles;
  std::function<void()> hook;
  bool dirty = false;
  void touch() { dirty = true; }
};
namespace [[INTERFACE, rpc::pointer_default(unique)]] works {
struct attendee { [[rpc::string]] char *name; [[rpc::string]] char *mail; attendee *next; };
struct when { long long start; unsigned minutes; };
struct event { [[rpc::string]] char *title; [[rpc::ref]] when *at; attendee *people; unsigned count; [[rpc::size_is(count)]] unsigned *rooms; };
struct event_list { unsigned count; [[rpc::size_is(count)]] event **events; };
using cal [[rpc::context_handle]] = calendar *;
void cal_rundown [[rpc::local]] (cal);
int open_calendar([[rpc::in, rpc::unique, rpc::string]] const char *owner, [[rpc::out]] cal *h);
int close_calendar([[rpc::in, rpc::out]] cal *h);
int reopen([[rpc::in, rpc::out]] cal *h, [[rpc::in]] unsigned mode);
int forget([[rpc::in]] cal h);
int add_event([[rpc::in]] cal h, [[rpc::in]] const event *e, [[rpc::out]] unsigned *id);
int get_event([[rpc::in]] cal h, [[rpc::in]] unsigned id, [[rpc::out]] event **e);
int list_events([[rpc::in]] cal h, [[rpc::in]] unsigned from, [[rpc::in]] unsigned most, [[rpc::out]] event_list *list);
int attendees([[rpc::in]] cal h, [[rpc::in]] unsigned id, [[rpc::out]] attendee **first);
int invite([[rpc::in]] cal h, [[rpc::in, rpc::unique]] const attendee *first);
void tidy([[rpc::in, rpc::out]] attendee *first);
int rename_event([[rpc::in]] unsigned id, [[rpc::in, rpc::out, rpc::string]] char *title);
int note([[rpc::in]] cal h, [[rpc::in, rpc::unique, rpc::string]] const char *text);
int slots([[rpc::in]] unsigned n, [[rpc::out]] unsigned *got, [[rpc::out, rpc::size_is(n), rpc::length_is(*got)]] unsigned *free_slots);
int pack([[rpc::in, rpc::out]] unsigned *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] unsigned *values);
int answer([[rpc::in]] unsigned id, [[rpc::in]] unsigned *yes);

struct tile { unsigned width; unsigned height; unsigned size; [[rpc::size_is(size)]] unsigned char *pixels; };
union [[rpc::switch_type(int)]] shape_u {
  [[rpc::case(1)]] unsigned radius;
  [[rpc::case(2), rpc::string]] char *text;
  [[rpc::case(3)]] tile *picture;
};
struct shape { int kind; [[rpc::switch_is(kind)]] shape_u u; };
int draw([[rpc::in]] const shape *s);
int describe([[rpc::in]] unsigned id, [[rpc::out]] shape *s);
void convert([[rpc::in, rpc::out]] shape *s);
int read_tile([[rpc::in]] unsigned w, [[rpc::in]] unsigned h, [[rpc::out]] tile **t);
int write_tile([[rpc::in]] const tile *t);
void blur([[rpc::in, rpc::out]] tile *t);
int bins([[rpc::in]] unsigned n, [[rpc::out, rpc::size_is(, n)]] unsigned **counts);
int palette([[rpc::in]] unsigned index, [[rpc::out]] unsigned *colour);
int caption([[rpc::in]] unsigned index, [[rpc::out, rpc::string]] char **text);
[[rpc::string]] char *motd();
int scan([[rpc::in]] unsigned n, [[rpc::in, rpc::unique, rpc::size_is(n)]] const unsigned char *data, [[rpc::out]] unsigned *sum);

struct folder { [[rpc::string]] char *name; folder *first; folder *next; unsigned id; };
int tree([[rpc::in]] unsigned depth, [[rpc::out]] folder **root);
int depth([[rpc::in]] const folder *f);
void prune([[rpc::in, rpc::out]] folder **root);
int extend([[rpc::in, rpc::out]] folder *&root);
folder *home([[rpc::in]] unsigned user);

struct track { std::string title; std::optional<std::string> artist; std::vector<unsigned> marks; };
struct album { std::string name; std::vector<track> tracks; std::unique_ptr<track> bonus; std::shared_ptr<album> edition; };
int publish([[rpc::in]] const album &a);
int publish_all([[rpc::in]] const std::vector<album> &all);
int play([[rpc::in]] std::optional<track> t);
int enqueue([[rpc::in]] std::unique_ptr<track> t);
int listen([[rpc::in]] std::shared_ptr<album> a);
int rate([[rpc::in]] std::span<const int> votes);
int tag([[rpc::in]] std::string_view name, [[rpc::in]] const std::string &value);
void shuffle([[rpc::in, rpc::out]] std::vector<unsigned> &order);
std::vector<track> top([[rpc::in]] unsigned count);
std::optional<track> current();
void summary([[rpc::in]] std::string_view name, [[rpc::out]] std::string &text);
int volume([[rpc::in]] unsigned channel, [[rpc::in]] double value);
using bytes = rpc::pipe<unsigned char>;
int copy([[rpc::in]] bytes &data, [[rpc::in]] bytes &index, [[rpc::out]] bytes &log);
}
[[rpc::stubs]];
void trace(const char *format, ...);
void log_text(std::string_view text);
bool allowed();
bool known(unsigned id);
