// One interface for the whole corpus. Each case overrides one operation of it
// in a class of its own, so that many cases share an operation.
#include "../../Inputs/rpc.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

class session {
public:
  int calls = 0;
  int limit = 0;
  std::string user;
  std::string_view last;
  const char *title = nullptr;
  session *parent = nullptr;
};

namespace [[INTERFACE, rpc::pointer_default(unique)]] corpus {
struct rec { int a; int b; };
struct node { int v; node *next; };
struct tree { int key; tree *left; tree *right; };
struct ring { int v; [[rpc::ptr]] ring *next; };
struct chunk { int v; [[rpc::force_allocate]] chunk *next; };
struct person { [[rpc::string]] char *name; [[rpc::string]] char *mail; int age; };
struct label { [[rpc::string]] const char *text; int width; };
struct blob { unsigned n; [[rpc::size_is(n)]] unsigned char *p; };
struct couple { [[rpc::ref]] rec *first; [[rpc::ref]] rec *second; };
struct table { unsigned n; [[rpc::size_is(n)]] rec **rows; };
struct window { unsigned n; unsigned used; [[rpc::size_is(n), rpc::length_is(used)]] int *p; };
struct request { unsigned count; unsigned slot; [[rpc::range(0, 15)]] unsigned few; };
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::case(2)]] float fraction;
};
struct tagged { int tag; [[rpc::switch_is(tag)]] value v; };
struct item {
  std::string name;
  std::vector<int> marks;
  std::optional<rec> at;
  std::unique_ptr<rec> owned;
  std::shared_ptr<rec> shared;
};
struct chain { int v; std::unique_ptr<chain> next; };

using handle [[rpc::context_handle]] = session *;
void handle_rundown [[rpc::local]] (handle);
using numbers = rpc::pipe<int>;

// What only comes in, C.
int look([[rpc::in, rpc::unique]] const rec *r);
int both([[rpc::in, rpc::unique]] const rec *x, [[rpc::in, rpc::unique]] const rec *y);
int peek([[rpc::in]] const rec *r);
void scratch([[rpc::in]] rec *r);
int measure([[rpc::in, rpc::string]] const char *s);
int measure_if([[rpc::in, rpc::unique, rpc::string]] const char *s);
int greet([[rpc::in]] const person *p);
void adopt([[rpc::in]] person *p);
int sum([[rpc::in]] unsigned n, [[rpc::in, rpc::size_is(n)]] const int *a);
int walk([[rpc::in, rpc::unique]] const node *l);
void visit([[rpc::in]] node *l);
int depth([[rpc::in]] const tree *t);
int weigh([[rpc::in]] const blob *b);
void drain([[rpc::in]] blob *b);
int rows([[rpc::in]] const table *t);
void add([[rpc::in]] int n, [[rpc::in]] int *result);

// What only comes in, C++.
int say([[rpc::in]] std::string_view s);
int speak([[rpc::in]] const std::string &s);
int utter([[rpc::in]] std::string s);
int total([[rpc::in]] std::span<const int> s);
int total_of([[rpc::in]] const std::vector<int> &v);
int names([[rpc::in]] const std::vector<std::string> &v);
int maybe([[rpc::in]] std::optional<rec> r);
int maybe_text([[rpc::in]] const std::optional<std::string> &s);
int own([[rpc::in]] const std::unique_ptr<rec> &r);
int take([[rpc::in]] std::unique_ptr<rec> r);
int share([[rpc::in]] std::shared_ptr<rec> r);
int describe([[rpc::in]] const item &i);
int every([[rpc::in]] const std::vector<std::unique_ptr<rec>> &v);
int some([[rpc::in]] const std::vector<std::optional<rec>> &v);
int follow([[rpc::in]] const chain &c);
int which([[rpc::in]] const std::variant<std::monostate, int, rec> &v);
void fix([[rpc::in]] std::string &s);
void order([[rpc::in]] std::vector<int> &v);

// Sizes and indices.
int ask([[rpc::in]] unsigned n);
int asked([[rpc::in]] const request *r);
void spread([[rpc::in]] unsigned n, [[rpc::out, rpc::size_is(, n)]] int **a);
void fill([[rpc::in]] unsigned n, [[rpc::out, rpc::size_is(n)]] int *a);
void read_some([[rpc::in]] unsigned n, [[rpc::out]] unsigned *used,
               [[rpc::out, rpc::size_is(n), rpc::length_is(*used)]] int *a);

// What only goes out.
void put([[rpc::out]] rec *r);
void make([[rpc::out]] rec **r);
void echo([[rpc::in]] rec r, [[rpc::out]] rec **copy);
rec *give();
void title([[rpc::out, rpc::string]] char **s);
[[rpc::string]] char *caption();
void badge([[rpc::out, rpc::string]] const char **s);
void tag([[rpc::out]] label *l);
void who([[rpc::out]] person *p);
void fetch([[rpc::out]] blob *b);
void build([[rpc::out]] node **l);
void head([[rpc::out]] node *l);
node *list();
void grow([[rpc::out]] tree *t);
void two([[rpc::out]] rec **x, [[rpc::out]] rec **y);
void join([[rpc::out]] couple **c);
void circle([[rpc::out]] ring **r);
void fresh([[rpc::out]] rec *&r);
void list_rows([[rpc::out]] table *t);
void choose([[rpc::out]] tagged *t);
void frame([[rpc::out]] window *w);
int try_build([[rpc::in]] int n, [[rpc::out]] node **l);
int try_who([[rpc::in]] int n, [[rpc::out]] person **p);
std::string text();
std::vector<item> all();
void find([[rpc::in]] std::string_view name, [[rpc::out]] std::optional<rec> &r);
std::unique_ptr<rec> lend();

// What goes both ways.
void edit([[rpc::in, rpc::out]] rec *r);
void rename([[rpc::in, rpc::out]] person *p);
void trim([[rpc::in, rpc::out]] node *l);
void trim_top([[rpc::in, rpc::out]] node **l);
void turn([[rpc::in, rpc::out]] node *&l);
void cut([[rpc::in, rpc::out]] chunk *l);
void prune([[rpc::in, rpc::out]] tree *t);
void resize([[rpc::in, rpc::out]] blob *b);
void shrink([[rpc::in, rpc::out]] unsigned *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] int *a);
void slide([[rpc::in, rpc::out]] window *w);
void retag([[rpc::in, rpc::out]] tagged *t);
void append([[rpc::in, rpc::out, rpc::string]] char *s);
void extend([[rpc::in]] unsigned size, [[rpc::in, rpc::out, rpc::string, rpc::size_is(size)]] char *s);
void update([[rpc::in, rpc::out]] item &i);

// Contexts, pipes, deletions.
void open([[rpc::out]] handle *h);
int use([[rpc::in]] handle h);
int note([[rpc::in]] handle h, [[rpc::in]] std::string_view s);
void close([[rpc::in, rpc::out]] handle *h);
void cycle([[rpc::in, rpc::out]] handle &h);
void copy([[rpc::in]] numbers &from, [[rpc::out]] numbers &to);
int merge([[rpc::in]] numbers &x, [[rpc::in]] numbers &y);
void convert([[rpc::in, rpc::out]] numbers &p);
[[rpc::reflect_deletions]] void drop([[rpc::in, rpc::ptr]] ring *r);
[[rpc::reflect_deletions]] void drop_rest([[rpc::in, rpc::out]] ring *r);
}

[[rpc::stubs]];

// What the rest of the program would have.
void log_line(std::string_view text);
void log_value(int value);
