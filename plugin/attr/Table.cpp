//===- Table.cpp ----------------------------------------------------------===//

#include "attr/Table.h"

#include "model/Nearest.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace rpcgen {
namespace {

using enum ArgumentKind;
using enum Support;

constexpr std::uint16_t OnMember = OnField | OnArm;
constexpr std::uint16_t OnSized = OnParameter | OnMember;
constexpr std::uint16_t OnValue = OnSized | OnAlias;
constexpr std::uint16_t OnResult = OnValue | OnFunction;
constexpr std::uint16_t OnDefinition = OnStructure | OnUnion | OnEnumeration;
constexpr std::uint16_t OnAny =
    OnResult | OnDefinition | OnInterface | OnEnumerator | OnVariable;

// Name, places, arguments (kind, minimum, maximum), status, choices,
// exclusions, summary, example; parameters, meaning; instead. Sorted by name.
constexpr AttributeRow Rows[] = {
    {"allocate", OnValue, Words, 1, 2, Now,
     "single_node all_nodes free dont_free", "",
     "how the pointee is allocated, and whether the stub frees it",
     "[[rpc::allocate(all_nodes)]] tree *t", "how, ...",
     "`single_node` (each object by itself, the default) or `all_nodes` (all "
     "objects in one block); `free` (the stub releases them, the default) or "
     "`dont_free`"},
    {"async", OnFunction | OnInterface, None, 0, 0, Later, "", "",
     "the call returns at once and completes later", "[[rpc::async]] void f()",
     "", "", "use std::async, or a thread, around the call"},
    {"async_uuid", OnInterface, Words, 1, 1, Later, "", "",
     "the identity of the interface for asynchronous calls",
     "[[rpc::async_uuid(\"60a15ec5-4de8-11d7-a637-005056a20183\")]]", "uuid",
     "a string of 8-4-4-4-12 hexadecimal digits",
     "leave it out: calls are synchronous"},
    {"byte_count", OnParameter, Expressions, 1, 1, Now, "",
     "size_is max_is allocate force_allocate",
     "the caller's buffer of so many bytes receives the [out] value and all "
     "that it points to",
     "[[rpc::out, rpc::byte_count(n)]] record *r", "size",
     "the [in] parameter that holds the size of the buffer in bytes"},
    {"call_as", OnFunction, Words, 1, 1, Checked, "", "local",
     "the operation in whose form a local function travels",
     "[[rpc::call_as(f)]] void remote_f(std::uint32_t n)", "operation",
     "the name of the local function"},
    {"case", OnArm, Constants, 1, AnyNumber, Now, "", "default",
     "the values of the discriminant that select this member of a union",
     "[[rpc::case(1, 2)]] std::int32_t number", "value, ...",
     "integer constants or enumerators of the discriminant's type"},
    {"charset", OnValue, Words, 1, 1, Later, "", "",
     "the character set in which a string travels",
     "[[rpc::string, rpc::charset(utf16)]] const char *name", "name",
     "the character set on the wire",
     "use char16_t for UTF-16; char travels as it is"},
    {"comm_status", OnFunction | OnParameter, None, 0, 0, Now, "", "",
     "communication errors are returned here instead of thrown",
     "[[rpc::out, rpc::comm_status]] std::uint32_t *status"},
    {"context_handle", OnResult & ~OnMember, Words, 0, 1, Now, "",
     "handle transmit_as wire_marshal",
     "a pointer to state that the server keeps between calls",
     "using session [[rpc::context_handle(session_rundown)]] = state *",
     "rundown",
     "the function that ends a context when its client is gone; for an alias "
     "`session` without an argument it is `session_rundown`"},
    {"context_handle_noserialize", OnParameter | OnAlias | OnFunction, None, 0,
     0, Now, "", "context_handle_serialize",
     "calls on one context may run at the same time",
     "[[rpc::context_handle_noserialize]] session s"},
    {"context_handle_serialize", OnParameter | OnAlias | OnFunction, None, 0, 0,
     Now, "", "context_handle_noserialize",
     "calls on one context run one after the other",
     "[[rpc::context_handle_serialize]] session s"},
    {"decode", OnInterface | OnDefinition | OnAlias, None, 0, 0, Now, "", "",
     "the same as encode: the type can be written and read",
     "struct [[rpc::decode]] record"},
    {"default", OnArm, None, 0, 0, Now, "", "case",
     "the member of a union that every other discriminant selects",
     "[[rpc::default]] rpc::none nothing"},
    {"disable_consistency_check", OnResult | OnInterface, None, 0, 0, Now, "",
     "",
     "a null pointer may come with a count that is not zero, as in interfaces "
     "that are older than this check",
     "[[rpc::unique, rpc::size_is(n), rpc::disable_consistency_check]] char "
     "*s"},
    {"empty_case", OnUnion, Constants, 1, AnyNumber, Now, "", "",
     "values of the discriminant that select nothing, as a member of type "
     "rpc::none says it too",
     "union [[rpc::empty_case(0, 1)]] value", "value, ...",
     "integer constants or enumerators of the discriminant's type"},
    {"enable_allocate", OnInterface | OnFunction, None, 0, 0, Now, "", "",
     "the server may use the memory functions of the call in the body",
     "[[rpc::enable_allocate]] void f()"},
    {"encode", OnInterface | OnDefinition | OnAlias, None, 0, 0, Now, "", "",
     "rpc::encode and rpc::decode take the type, or all types of the "
     "namespace, even if no operation does",
     "struct [[rpc::encode]] record"},
    {"endpoint", OnInterface, Words, 1, AnyNumber, Now, "", "",
     "well-known addresses of the interface's servers: "
     "rpc::interface<echo::service>::endpoints",
     "[[rpc::endpoint(\"ncacn_ip_tcp:[5000]\")]]", "binding, ...",
     "binding strings, as in `\"ncacn_ip_tcp:[5000]\"`"},
    {"explicit_handle", OnInterface | OnFunction, None, 0, 0, Now, "",
     "implicit_handle", "every call names the binding that it uses",
     "[[rpc::explicit_handle]] void f(rpc::handle_t h)"},
    {"fault_status", OnFunction | OnParameter, None, 0, 0, Now, "", "",
     "faults of the server are returned here instead of thrown",
     "[[rpc::out, rpc::fault_status]] std::uint32_t *status"},
    {"first_is", OnSized, Expressions, 1, AnyNumber, Now, "", "string",
     "the index of the first element that travels",
     "[[rpc::size_is(n), rpc::first_is(first)]] std::int32_t *a", "index, ...",
     "an expression over the parameters or fields next to the declaration for "
     "each level of pointers or arrays, outermost first; nothing for a level "
     "without one, as in `first_is(, n)`"},
    {"force_allocate", OnValue, None, 0, 0, Now, "", "",
     "a block of its own, which the server may free or enlarge",
     "[[rpc::in, rpc::force_allocate]] node *list"},
    {"handle", OnAlias, None, 0, 0, Later, "", "context_handle",
     "a type of the user that names a server",
     "using server_name [[rpc::handle]] = const char16_t *", "", "",
     "leave it out: the client object names the server, or an rpc::handle_t "
     "with explicit_handle"},
    {"idempotent", OnFunction, None, 0, 0, Now, "", "maybe",
     "the call may run more than once without harm, of which connections make "
     "no use",
     "[[rpc::idempotent]] std::int32_t get()"},
    {"ignore", OnField, None, 0, 0, Now, "",
     "size_is string ref unique ptr ptrs",
     "the pointer's value does not travel", "[[rpc::ignore]] node *parent"},
    {"implicit_handle", OnInterface, Words, 1, 1, Now, "", "explicit_handle",
     "a global variable names the binding that calls use",
     "[[rpc::implicit_handle(the_binding)]]", "variable",
     "a variable of type rpc::handle_t"},
    {"in", OnParameter, None, 0, 0, Now, "", "",
     "the parameter travels from client to server",
     "[[rpc::in]] std::uint32_t n"},
    {"int3264", OnValue, None, 0, 0, Now, "", "range",
     "an integer of 4 bytes on NDR20 and 8 bytes on NDR64; experimental",
     "[[rpc::int3264]] std::size_t n"},
    {"interface", OnInterface, Words, 0, 3, Now, "", "",
     "the functions of this namespace are the operations of an interface with "
     "this uuid, major and minor version",
     "namespace [[rpc::interface(\"60a15ec5-4de8-11d7-a637-005056a20182\", 1, "
     "0)]] echo",
     "uuid, major, minor",
     "the uuid as a string of 8-4-4-4-12 hexadecimal digits, and the version "
     "as two numbers, 0 where they are left out; all can be left to "
     "[uuid](uuid.md) and [version](version.md)"},
    {"last_is", OnSized, Expressions, 1, AnyNumber, Now, "", "string length_is",
     "the index of the last element that travels",
     "[[rpc::size_is(n), rpc::last_is(last)]] std::int32_t *a", "index, ...",
     "an expression over the parameters or fields next to the declaration for "
     "each level of pointers or arrays, outermost first; nothing for a level "
     "without one, as in `last_is(, n)`"},
    {"length_is", OnSized, Expressions, 1, AnyNumber, Now, "", "string last_is",
     "the number of elements that travel",
     "[[rpc::size_is(n), rpc::length_is(used)]] std::int32_t *a", "length, ...",
     "an expression over the parameters or fields next to the declaration for "
     "each level of pointers or arrays, outermost first; nothing for a level "
     "without one, as in `length_is(, n)`"},
    {"local", OnInterface | OnFunction, None, 0, 0, Now, "", "",
     "the function is not remote: no stub and no operation number",
     "[[rpc::local]] void helper()"},
    {"max_is", OnSized, Expressions, 1, AnyNumber, Now, "", "size_is",
     "the highest index of an array: one less than size_is",
     "[[rpc::max_is(last)]] std::int32_t *a", "index, ...",
     "an expression over the parameters or fields next to the declaration for "
     "each level of pointers or arrays, outermost first; nothing for a level "
     "without one, as in `max_is(, n)`"},
    {"maybe", OnFunction, None, 0, 0, Checked, "", "",
     "the client does not wait for an answer", "[[rpc::maybe]] void notify()"},
    {"ms_union", OnInterface | OnUnion, None, 0, 0, Now, "", "",
     "on NDR20 every member is aligned to the largest one, as Microsoft's "
     "compiler does it on request",
     "union [[rpc::switch_type(std::uint32_t), rpc::ms_union]] value"},
    {"notify", OnFunction, None, 0, 0, Now, "", "",
     "f_notify() is called when the memory of the call has been released",
     "[[rpc::notify]] void f()"},
    {"notify_flag", OnFunction, None, 0, 0, Now, "", "notify",
     "as notify, and f_notify_flag(bool) is told whether the call succeeded",
     "[[rpc::notify_flag]] void f()"},
    {"opnum", OnFunction, Constants, 1, 1, Now, "", "local",
     "the number of the operation; the next one counts on from it",
     "[[rpc::opnum(5)]] void f()", "number",
     "an integer constant from 0 to 65535"},
    {"out", OnParameter, None, 0, 0, Now, "", "",
     "the parameter travels from server to client",
     "[[rpc::out]] std::uint32_t *result"},
    {"partial_ignore", OnParameter, None, 0, 0, Now, "", "",
     "of an [in, out, unique] pointer only whether it is null travels to the "
     "server",
     "[[rpc::in, rpc::out, rpc::unique, rpc::partial_ignore]] record *r"},
    {"pointer_default", OnInterface, Words, 1, 1, Now, "ref unique ptr", "",
     "the class of every pointer below the top level that names none",
     "namespace [[rpc::interface(\"60a15ec5-4de8-11d7-a637-005056a20182\", 1, "
     "0), rpc::pointer_default(unique)]] echo",
     "class", "`ref`, `unique` or `ptr`"},
    {"ptr", OnResult, None, 0, 0, Now, "", "ref unique",
     "a full pointer: may be null, and may share what it points to",
     "[[rpc::ptr]] node *next"},
    {"ptrs", OnResult, Words, 1, AnyNumber, Now, "ref unique ptr",
     "ref unique ptr", "the pointer class of every level, outermost first",
     "[[rpc::ptrs(ref, unique)]] record **r", "class, ...",
     "`ref`, `unique` or `ptr` for each pointer, outermost first"},
    {"range", OnValue, Constants, 2, 2, Now, "", "",
     "the smallest and the largest value, or number of elements, that the "
     "receiver "
     "accepts",
     "[[rpc::in, rpc::range(0, 1000)]] std::uint32_t count", "low, high",
     "integer constants, both allowed as values"},
    {"ref", OnResult, None, 0, 0, Now, "", "ptr unique",
     "a pointer that is never null", "[[rpc::ref]] record *r"},
    {"reflect_deletions", OnFunction, None, 0, 0, Now, "", "",
     "what the server releases of full [in] pointers is released on the "
     "client too",
     "[[rpc::reflect_deletions]] void prune([[rpc::in, rpc::ptr]] node *list)"},
    {"represent_as", OnAlias | OnDefinition, TypeName, 1, 1, Now, "",
     "transmit_as user_marshal wire_marshal",
     "the type that another one, which the program sees, travels as",
     "using wire_date [[rpc::represent_as(date)]] = std::uint32_t", "type",
     "the type that the program sees"},
    {"reserved", OnFunction, None, 0, 0, Now, "", "local",
     "takes an operation number that is not used on the wire",
     "[[rpc::reserved]] void op5()"},
    {"size_is", OnSized, Expressions, 1, AnyNumber, Now, "", "max_is",
     "the number of elements of each level of a pointer or array",
     "[[rpc::in, rpc::size_is(n)]] const std::uint8_t *data", "size, ...",
     "an expression over the parameters or fields next to the declaration for "
     "each level of pointers or arrays, outermost first; nothing for a level "
     "without one, as in `size_is(, n)`"},
    {"strict_context_handle", OnInterface, None, 0, 0, Now, "", "",
     "only context handles that this interface made are accepted, as always",
     "[[rpc::strict_context_handle]]"},
    {"string", OnResult, None, 0, 0, Now, "", "first_is last_is length_is",
     "characters up to and including a terminating zero",
     "[[rpc::in, rpc::string]] const char *name"},
    {"stubs", OnEmptyDeclaration, Words, 0, 1, Now, "", "",
     "here the stubs are delivered, of all interfaces or of the one named",
     "[[rpc::stubs]];", "interface",
     "the name of the interface; all interfaces without it"},
    {"suppress", OnAny, Words, 1, AnyNumber, Now, "", "",
     "what the rules of these names find in the declaration is not reported",
     "[[rpc::suppress(\"out-unique\")]] void find([[rpc::out, rpc::unique]] "
     "record *r)",
     "rule, ...", "names of [rules](../rules/README.md) as strings"},
    {"switch_is", OnSized, Expressions, 1, 1, Now, "", "",
     "the value that selects the member of the union",
     "[[rpc::switch_is(level)]] value v", "discriminant",
     "an expression over the parameters or fields next to the union"},
    {"switch_type", OnUnion, TypeName, 1, 1, Now, "", "",
     "the type in which the discriminant travels; without it, that of what "
     "switch_is or union_switch names",
     "union [[rpc::switch_type(std::uint16_t)]] value", "type",
     "an integer type, `char`, `bool` or an enumeration"},
    {"transmit_as", OnAlias | OnDefinition, TypeName, 1, 1, Now, "",
     "context_handle represent_as user_marshal wire_marshal",
     "travels as another type, made by functions of the user",
     "using when [[rpc::transmit_as(wire_time)]] = std::chrono::seconds",
     "type", "the type on the wire, for which rpc::wire_form is specialised"},
    {"type_strict_context_handle", OnInterface, None, 0, 0, Now, "", "",
     "only context handles of the parameter's own type are accepted, as always",
     "[[rpc::type_strict_context_handle]]"},
    {"union_switch", OnStructure, Words, 1, 1, Now, "", "",
     "a struct of a discriminant and the union that it selects from travels as "
     "an encapsulated union: the discriminant once",
     "struct [[rpc::union_switch(level)]] info", "field",
     "the name of the field that holds the discriminant"},
    {"unique", OnResult, None, 0, 0, Now, "", "ptr ref",
     "a pointer that may be null and shares nothing with another one",
     "[[rpc::in, rpc::unique]] const record *r"},
    {"user_marshal", OnAlias | OnDefinition, TypeName, 1, 1, Now, "",
     "represent_as transmit_as wire_marshal",
     "as represent_as: functions of the user make the one of the other",
     "struct [[rpc::user_marshal(image)]] wire_image", "type",
     "the type that the program sees"},
    {"uuid", OnInterface, Words, 1, 1, Now, "", "",
     "the identity of the interface, where rpc::interface does not give it",
     "[[rpc::interface, rpc::uuid(\"60a15ec5-4de8-11d7-a637-005056a20182\")]]",
     "uuid", "a string of 8-4-4-4-12 hexadecimal digits"},
    {"v1_enum", OnEnumeration, None, 0, 0, Now, "", "",
     "an enumeration of 4 bytes on NDR20 instead of 2",
     "enum [[rpc::v1_enum]] colour : std::uint32_t"},
    {"value", OnField, Expressions, 1, 1, Later, "", "",
     "a field whose value the stub computes",
     "[[rpc::value(2 * n)]] std::uint32_t bytes", "expression",
     "an expression over the fields next to it",
     "set the field before the call"},
    {"version", OnInterface, Words, 1, 2, Now, "", "",
     "the major and minor version, where rpc::interface does not give them",
     "[[rpc::interface(\"60a15ec5-4de8-11d7-a637-005056a20182\"), "
     "rpc::version(1, 0)]]",
     "major, minor",
     "numbers from 0 to 65535; the minor version is 0 where it is left out"},
    {"wire_marshal", OnAlias | OnDefinition, TypeName, 1, 1, Now, "",
     "context_handle represent_as transmit_as user_marshal",
     "as transmit_as: functions of the user make the one of the other",
     "class [[rpc::wire_marshal(amount)]] money", "type",
     "the type on the wire, for which rpc::wire_form is specialised"},
};

constexpr std::string_view PlaceNames[] = {
    "a namespace",   "a function",
    "a parameter",   "a field",
    "a union arm",   "a struct",
    "a union",       "an enumeration",
    "an enumerator", "a type alias",
    "a variable",    "an empty declaration outside of every namespace"};

/// Calls back with each word of a blank-separated list.
template <class Callback>
constexpr void forEachWord(std::string_view List, Callback Each) {
  while (!List.empty()) {
    std::size_t Length = std::min(List.find(' '), List.size());
    Each(List.substr(0, Length));
    List.remove_prefix(std::min(Length + 1, List.size()));
  }
}

constexpr bool isKnown(std::string_view Name) {
  return std::ranges::any_of(
      Rows, [&](const AttributeRow &R) { return R.Name == Name; });
}

constexpr bool isSound(const AttributeRow &Row) {
  bool Sound = Row.Places != 0 && Row.Minimum <= Row.Maximum &&
               (Row.Arguments == None) == (Row.Maximum == 0) &&
               (Row.Arguments == None) == Row.Parameters.empty() &&
               Row.Parameters.empty() == Row.Meaning.empty() &&
               (Row.Status == Later) == !Row.Instead.empty() &&
               !Row.Summary.empty() && !Row.Example.empty();
  forEachWord(Row.Exclusions,
              [&](std::string_view Name) { Sound &= isKnown(Name); });
  return Sound;
}

static_assert(std::ranges::adjacent_find(Rows, std::greater_equal<>(),
                                         &AttributeRow::Name) == std::end(Rows),
              "rows are sorted by name, and no name comes twice");
static_assert(std::ranges::all_of(Rows, isSound));

} // namespace

std::span<const AttributeRow> attributeTable() { return Rows; }

const AttributeRow *findAttribute(std::string_view Name) {
  auto Row = std::ranges::lower_bound(Rows, Name, {}, &AttributeRow::Name);
  return Row != std::end(Rows) && Row->Name == Name ? &*Row : nullptr;
}

namespace {

std::vector<std::string_view> allNames() {
  std::vector<std::string_view> Names;
  for (const AttributeRow &Row : Rows)
    Names.push_back(Row.Name);
  return Names;
}

/// What other languages say in one word; "" if there is nothing.
std::string_view spellOut(std::string_view Name) {
  return Name == "inout" || Name == "in_out" ? "in, rpc::out" : "";
}

} // namespace

std::string_view nearestAttribute(std::string_view Name) {
  if (std::string_view Both = spellOut(Name); !Both.empty())
    return Both;
  return nearestName(allNames(), Name);
}

std::string_view meantAttribute(std::string_view Name) {
  return meantName(allNames(), Name);
}

std::string describePlaces(std::uint16_t Places) {
  std::vector<std::string_view> Names;
  for (std::size_t I = 0; I < std::size(PlaceNames); ++I)
    if (Places >> I & 1)
      Names.push_back(PlaceNames[I]);
  std::string Text;
  for (std::size_t I = 0; I < Names.size(); ++I) {
    if (I > 0)
      Text += I + 1 == Names.size() ? " or " : ", ";
    Text += Names[I];
  }
  return Text;
}

bool holds(std::string_view List, std::string_view Word) {
  bool Found = false;
  forEachWord(List, [&](std::string_view W) { Found |= W == Word; });
  return Found;
}

} // namespace rpcgen
