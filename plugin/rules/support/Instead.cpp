//===- Instead.cpp --------------------------------------------------------===//

#include "rules/support/Instead.h"

#include <algorithm>
#include <string_view>
#include <vector>

using namespace rpcgen;

namespace {

struct Advice {
  /// Classes of namespace std; one that ends in "::" is a namespace in it.
  std::vector<std::string_view> Names;
  std::string_view Text;
};

const Advice OfStandard[] = {
    {{"map", "unordered_map", "multimap", "unordered_multimap", "flat_map",
      "flat_multimap"},
     "use std::vector of a struct of key and value"},
    {{"set", "unordered_set", "multiset", "unordered_multiset", "flat_set",
      "flat_multiset", "list", "forward_list", "deque", "queue", "stack",
      "priority_queue", "initializer_list", "valarray"},
     "use std::vector of the elements"},
    {{"pair", "tuple"}, "use a struct with a name for each field"},
    {{"weak_ptr"},
     "use std::shared_ptr, whose cycles travel; the stubs of a server cut them "
     "when the call has ended"},
    {{"function", "move_only_function", "copyable_function", "function_ref",
      "packaged_task", "coroutine_handle"},
     "a server cannot call its client: let it write to an [out] pipe, "
     "'rpc::pipe<T> &'"},
    {{"chrono::"},
     "use 'std::int64_t' in a unit that its name says, for a point in time "
     "since an epoch, or name a type that it travels as with transmit_as"},
    {{"timeval", "timespec", "tm", "itimerspec"},
     "use 'std::int64_t' in a unit that its name says, for a point in time "
     "since an epoch"},
    {{"FILE", "_IO_FILE"}, "use a pipe of bytes, 'rpc::pipe<std::uint8_t> &'"},
    {{"filesystem::", "basic_regex", "locale"},
     "use std::string, or name a type that it travels as with transmit_as"},
    {{"bitset"}, "use an integer of fixed size and masks"},
    {{"any"}, "use std::variant of the types that it may hold"},
    {{"complex"}, "use a struct of the real and the imaginary part"},
    {{"atomic", "atomic_ref"}, "pass its value"},
    {{"reference_wrapper"}, "use a reference, or a pointer"},
    {{"expected"},
     "return the value, and throw an rpc::error where there is no value"},
    {{"exception", "exception_ptr", "error_code", "error_condition",
      "system_error", "runtime_error", "logic_error"},
     "throw an rpc::error, or return a status of your own, an integer or an "
     "enum"},
    {{"basic_istream", "basic_ostream", "basic_iostream", "basic_ifstream",
      "basic_ofstream", "basic_fstream", "basic_stringstream",
      "basic_istringstream", "basic_ostringstream", "istream", "ostream",
      "iostream", "ifstream", "ofstream", "fstream", "stringstream",
      "istringstream", "ostringstream"},
     "use a pipe of bytes, 'rpc::pipe<std::uint8_t> &'"},
    {{"mutex",
      "recursive_mutex",
      "timed_mutex",
      "recursive_timed_mutex",
      "shared_mutex",
      "shared_timed_mutex",
      "lock_guard",
      "unique_lock",
      "shared_lock",
      "scoped_lock",
      "once_flag",
      "thread",
      "jthread",
      "future",
      "shared_future",
      "promise",
      "condition_variable",
      "condition_variable_any",
      "counting_semaphore",
      "binary_semaphore",
      "latch",
      "barrier",
      "stop_token",
      "stop_source",
      "stop_callback"},
     "keep it in the implementation: it has a meaning in one process only"},
};

/// "map" of "const ::std::map<int, int>"; "" for a class of another scope.
std::string_view nameIn(std::string_view Scope, std::string_view Spelling) {
  constexpr std::string_view Const = "const ";
  if (Spelling.starts_with(Const))
    Spelling.remove_prefix(Const.size());
  if (!Spelling.starts_with(Scope))
    return "";
  Spelling.remove_prefix(Scope.size());
  return Spelling.substr(0, Spelling.find('<'));
}

bool matches(std::string_view Name, std::string_view Known) {
  return Known.ends_with("::") ? Name.starts_with(Known) : Name == Known;
}

/// "" for one that is not known.
std::string_view adviceFor(std::string_view Name) {
  for (const Advice &A : OfStandard)
    if (std::ranges::any_of(A.Names, [&](std::string_view Known) {
          return matches(Name, Known);
        }))
      return A.Text;
  return "";
}

/// A class that could travel, with other arguments.
std::string_view insteadOfArguments(const Type &T) {
  auto Says = [&](std::string_view Text) {
    return T.Detail.find(Text) != std::string::npos;
  };
  if (Says("type bool"))
    return "use std::vector<std::uint8_t>";
  if (Says("its number of elements"))
    return "use std::vector";
  if (Says("const object"))
    return "leave out the const";
  if (Says("fixed size"))
    return "use std::array";
  if (Says("allocator"))
    return "leave out the allocator, the deleter or the traits";
  if (Says("no elements"))
    return "give it a size that is not zero, or leave it out";
  if (Says("discriminant"))
    return "put the union into a struct, with the discriminant that switch_is "
           "names";
  return "";
}

} // namespace

std::string rpcgen::insteadOf(const Type &T) {
  if (std::string_view Text = insteadOfArguments(T); !Text.empty())
    return std::string(Text);
  if (std::string_view Name = nameIn("::std::", T.Spelling); !Name.empty()) {
    const std::string_view Text = adviceFor(Name);
    return Text.empty() ? "use std::string for text, std::vector for elements, "
                          "or name a type that it travels as with transmit_as"
                        : std::string(Text);
  }
  if (T.Detail.ends_with(
          "a type that has no wire form")) { // of a system header
    const std::string_view Text = adviceFor(nameIn("::", T.Spelling));
    return Text.empty() ? "use a struct of your own, or name a type that it "
                          "travels as with transmit_as"
                        : std::string(Text);
  }
  if (T.Spelling == "union")
    return "write a name after its '}', and '[[rpc::switch_is(...)]]' before "
           "it";
  if (T.Spelling == "struct")
    return "write a name after its '}'; the wire stays the same";
  if (T.Spelling.find('(') != std::string::npos)
    return "give it a name";
  return "use a struct of public fields without anything else, or name one "
         "that it travels as with transmit_as";
}
