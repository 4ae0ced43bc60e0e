// A second interface for the corpus: what a registry, a directory, a spooler
// and a file service declare, in C and in C++.
#include "../../Inputs/rpc.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <coroutine>
#include <cstdint>
#include <cstdio>
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
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

class open_file {
public:
  std::string path;
  unsigned position = 0;
  unsigned reads = 0;
  bool writable = false;
  const char *last_name = nullptr;
  std::vector<unsigned char> cache;
  unsigned read(std::span<unsigned char> to);
  void write(std::span<const unsigned char> from);
};

namespace [[INTERFACE, rpc::pointer_default(unique)]] services {
// Registry.
struct value_entry { [[rpc::string]] char *name; unsigned type; unsigned size; [[rpc::size_is(size)]] unsigned char *data; };
struct key_node { [[rpc::string]] char *name; key_node *sibling; key_node *child; };
int query_value([[rpc::in, rpc::string]] const char *name, [[rpc::out]] unsigned *type, [[rpc::in]] unsigned capacity,
                [[rpc::out]] unsigned *used,
                [[rpc::out, rpc::size_is(capacity), rpc::length_is(*used)]] unsigned char *data);
int set_value([[rpc::in, rpc::string]] const char *name, [[rpc::in, rpc::unique]] const value_entry *v);
int get_value([[rpc::in, rpc::string]] const char *name, [[rpc::out]] value_entry **v);
int load_value([[rpc::in]] unsigned type, [[rpc::out]] value_entry *v);
void key_tree([[rpc::in]] unsigned depth, [[rpc::out]] key_node **root);
int count_keys([[rpc::in, rpc::unique]] const key_node *root);
void edit_tree([[rpc::in, rpc::out]] key_node *root);
void adjust([[rpc::in, rpc::out]] value_entry *v);

// Directory.
struct attribute { [[rpc::string]] char *type; [[rpc::string]] char *value; };
struct entry { [[rpc::string]] char *dn; unsigned count; [[rpc::size_is(count)]] attribute *attributes; entry *next; };
struct scope { unsigned limit; unsigned timeout; [[rpc::string]] const char *filter; const scope *outer; };
int search([[rpc::in, rpc::string]] const char *base, [[rpc::in, rpc::unique]] const scope *s, [[rpc::out]] entry **found);
int compare([[rpc::in]] const entry *a, [[rpc::in, rpc::unique]] const entry *b);
int add_entry([[rpc::in]] const entry *e);
int modify([[rpc::in, rpc::out]] entry *e);
entry *root_entry();
int referral([[rpc::in]] unsigned n, [[rpc::out]] entry **first, [[rpc::out]] entry **second);

// Spooler.
struct job { unsigned id; [[rpc::string]] char *document; [[rpc::string]] char *user; unsigned pages; job *next; };
struct printer { [[rpc::ref]] job *current; job *waiting; [[rpc::string]] char *name; };
unsigned submit([[rpc::in]] const job *j);
void jobs([[rpc::in]] unsigned most, [[rpc::out]] job **first);
int printer_info([[rpc::in]] unsigned which, [[rpc::out]] printer **p);
void reorder([[rpc::in, rpc::out]] job **first);
void cancel([[rpc::in, rpc::out]] job *first);
int print([[rpc::in]] unsigned n, [[rpc::in, rpc::size_is(n)]] const unsigned char *data, [[rpc::in, rpc::unique]] const job *j);
void pages([[rpc::in]] unsigned count, [[rpc::out, rpc::size_is(, count)]] unsigned **list);
void status([[rpc::in]] unsigned n, [[rpc::out, rpc::size_is(n)]] unsigned *list);

// Files.
using file [[rpc::context_handle]] = open_file *;
void file_rundown [[rpc::local]] (file);
struct stat_info { unsigned size; unsigned mode; [[rpc::string]] char *owner; };
int open([[rpc::in, rpc::string]] const char *path, [[rpc::out]] file *f);
int read([[rpc::in]] file f, [[rpc::in]] unsigned count, [[rpc::out]] unsigned *used,
         [[rpc::out, rpc::size_is(count), rpc::length_is(*used)]] unsigned char *data);
int write([[rpc::in]] file f, [[rpc::in]] unsigned count, [[rpc::in, rpc::size_is(count)]] const unsigned char *data);
int set_name([[rpc::in]] file f, [[rpc::in, rpc::string]] const char *name);
void close([[rpc::in, rpc::out]] file *f);
int reopen([[rpc::in, rpc::out]] file *f, [[rpc::in]] unsigned mode);
int stat([[rpc::in, rpc::string]] const char *path, [[rpc::out]] stat_info **info);
void seek([[rpc::in]] file f, [[rpc::in]] unsigned where, [[rpc::in]] unsigned *reached);
void transform([[rpc::in]] unsigned n, [[rpc::in, rpc::out, rpc::size_is(n)]] unsigned char *data);
void compact([[rpc::in, rpc::out]] unsigned *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] unsigned char *data);
void normalize([[rpc::in, rpc::out, rpc::string]] char *path);

// C++.
struct user { std::string name; std::optional<std::string> mail; std::vector<std::string> groups; };
struct group { std::string name; std::vector<user> members; std::shared_ptr<user> owner; std::unique_ptr<user> deputy; };
int log_in([[rpc::in]] std::string_view name, [[rpc::in]] const std::optional<std::string> &password);
int tally([[rpc::in]] std::span<const int> numbers);
int average([[rpc::in]] const std::vector<int> &numbers);
int mail_to([[rpc::in]] const std::optional<user> &to, [[rpc::in]] std::string_view body);
int audit([[rpc::in]] const group &g);
int audit_all([[rpc::in]] const std::vector<group> &all);
int promote([[rpc::in]] std::unique_ptr<user> u);
int watch([[rpc::in]] std::shared_ptr<user> u);
int import([[rpc::in]] std::vector<user> users);
std::vector<user> users([[rpc::in]] std::string_view prefix);
std::optional<user> find_user([[rpc::in]] const std::string &name);
void lookup([[rpc::in]] std::string_view name, [[rpc::out]] std::optional<user> &found);
void update([[rpc::in, rpc::out]] group &g);
int tune([[rpc::in]] unsigned slot, [[rpc::in]] int value);
}

[[rpc::stubs]];

// What the rest of the program would have.
void log_line(std::string_view text);
void log_value(unsigned value);
bool may_proceed();
