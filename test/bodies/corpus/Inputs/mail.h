// A third interface for the corpus: what a service of letters declares.
#include "../../Inputs/rpc.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <coroutine>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

class account {
public:
  std::string user;
  int state = 0;
  account *next = nullptr;
  const char *tag = nullptr;
  std::string_view seen;
  std::vector<char> cache;
};

namespace [[INTERFACE, rpc::pointer_default(unique)]] mail {
struct address { int host; int port; };
struct header { [[rpc::string]] char *name; [[rpc::string]] char *value; header *next; };
struct letter { unsigned id; [[rpc::string]] char *subject; unsigned size; [[rpc::size_is(size)]] unsigned char *body; header *headers; };
struct envelope { [[rpc::ref]] address *from; [[rpc::ref]] address *to; address *reply; };
struct folder { [[rpc::string]] char *name; folder *inner; folder *next; };
struct batch { unsigned n; [[rpc::size_is(n)]] letter **letters; };
struct ticks { unsigned size; unsigned used; [[rpc::size_is(size), rpc::length_is(used)]] int *at; };
struct peer { int v; [[rpc::ptr]] peer *other; };
struct strip { int v; [[rpc::force_allocate]] strip *next; };
union [[rpc::switch_type(int)]] content {
  [[rpc::case(1)]] int number;
  [[rpc::case(2)]] address place;
};
struct part { int tag; [[rpc::switch_is(tag)]] content c; };
struct contact {
  std::string name;
  std::optional<std::string> phone;
  std::vector<int> codes;
  std::unique_ptr<address> home;
  std::shared_ptr<contact> friend_;
};
using box [[rpc::context_handle]] = account *;
void box_rundown [[rpc::local]] (box);
using numbers = rpc::pipe<int>;

// What comes in.
int deliver([[rpc::in, rpc::unique]] const letter *l);
int route([[rpc::in]] const envelope *e);
int rank([[rpc::in, rpc::unique]] const address *a, [[rpc::in, rpc::unique]] const address *b);
int length([[rpc::in, rpc::string]] const char *s);
int note([[rpc::in, rpc::string, rpc::unique]] const char *s);
void scrub([[rpc::in]] letter *l);
void walk([[rpc::in]] header *h);
int post([[rpc::in]] const batch *b);
int index([[rpc::in]] unsigned n, [[rpc::in, rpc::size_is(n)]] const int *keys);
int maybe([[rpc::in]] unsigned n, [[rpc::in, rpc::unique, rpc::size_is(n)]] const int *keys);
int slot([[rpc::in]] unsigned n);
int few([[rpc::in, rpc::range(0, 63)]] unsigned n);
void add([[rpc::in]] int n, [[rpc::in]] int *answer);
void locate([[rpc::in]] int n, [[rpc::in]] address *where);
int speak([[rpc::in]] std::string_view s);
int total([[rpc::in]] std::span<const int> s);
int best([[rpc::in]] const std::vector<int> &v);
int age([[rpc::in]] const std::optional<int> &n);
int call([[rpc::in]] const std::optional<contact> &c);
int visit([[rpc::in]] const contact &c);
int visit_all([[rpc::in]] const std::vector<contact> &c);
int hand([[rpc::in]] std::unique_ptr<contact> c);
int share([[rpc::in]] std::shared_ptr<contact> c);
int homes([[rpc::in]] const std::vector<std::unique_ptr<address>> &all);
void correct([[rpc::in]] std::string &s);

// What goes out.
int fetch([[rpc::in]] unsigned id, [[rpc::out]] letter **l);
void load([[rpc::in]] unsigned id, [[rpc::out]] letter *l);
int seal([[rpc::in]] unsigned id, [[rpc::out]] envelope **e);
void folders([[rpc::in]] unsigned depth, [[rpc::out]] folder **f);
void find([[rpc::in]] unsigned id, [[rpc::out]] address *&a);
folder *tree();
letter *take([[rpc::in]] unsigned id);
[[rpc::string]] char *motto();
void label([[rpc::out, rpc::string]] char **s);
void addresses([[rpc::in]] unsigned n, [[rpc::out, rpc::size_is(, n)]] address **a);
void fill([[rpc::in]] unsigned n, [[rpc::out]] unsigned *used, [[rpc::out, rpc::size_is(n), rpc::length_is(*used)]] char *b);
void count([[rpc::out]] int *n);
void peers([[rpc::out]] peer **p);
void batches([[rpc::out]] batch *b);
void tick([[rpc::out]] ticks *t);
std::vector<contact> contacts([[rpc::in]] std::string_view prefix);
std::string sign([[rpc::in]] const std::string &s);

// What goes both ways.
void squeeze([[rpc::in, rpc::out]] unsigned *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] int *a);
void tidy([[rpc::in, rpc::out, rpc::string]] char *s);
void rework([[rpc::in, rpc::out]] letter *l);
void reorder([[rpc::in, rpc::out]] folder *f);
void resort([[rpc::in, rpc::out]] header **h);
void replace([[rpc::in, rpc::out]] letter *&l);
void convert([[rpc::in, rpc::out]] part *p);
void trim([[rpc::in, rpc::out]] ticks *t);
void shorten([[rpc::in, rpc::out]] strip *s);
void update([[rpc::in, rpc::out]] contact &c);

// Contexts and pipes.
int enter([[rpc::in, rpc::string]] const char *user, [[rpc::out]] box *b);
int set([[rpc::in]] box b, [[rpc::in, rpc::string]] const char *text);
void leave([[rpc::in, rpc::out]] box *b);
int reset([[rpc::in, rpc::out]] box *b, [[rpc::in]] int state);
int drain([[rpc::in]] numbers &first, [[rpc::in]] numbers &second, [[rpc::out]] numbers &back);

// What says how a call ended.
void ping([[rpc::out, rpc::comm_status, rpc::fault_status]] unsigned *status, [[rpc::out]] letter **l);
}

[[rpc::stubs]];

// What the rest of the program would have.
void log_line(std::string_view text);
void log_value(int value);
bool may_proceed();
