//===- AttributeTable.cpp -------------------------------------------------===//

#include "model/AttributeTable.h"

#include "model/Nearest.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

namespace rpcgen {
namespace {

constexpr std::uint16_t OnMember = OnField | OnArm;
constexpr std::uint16_t OnSized = OnParameter | OnMember;
constexpr std::uint16_t OnValue = OnSized | OnAlias;
constexpr std::uint16_t OnResult = OnValue | OnFunction;
constexpr std::uint16_t OnDefinition = OnStructure | OnUnion | OnEnumeration;
constexpr std::uint16_t OnAny =
    OnResult | OnDefinition | OnInterface | OnEnumerator | OnVariable;

constexpr Arguments NoArguments = {};

/// The last ones can be left out, down to the minimum.
template <class... Name>
constexpr Arguments From(std::size_t Minimum, ArgumentKind K, Name... Names) {
  return {K, Minimum, sizeof...(Names), {Names...}};
}

template <class... Name>
constexpr Arguments Takes(ArgumentKind K, Name... Names) {
  return From(sizeof...(Names), K, Names...);
}

/// One or more.
constexpr Arguments Repeated(ArgumentKind K, std::string_view Name) {
  return {K, 1, Arguments::AnyNumber, {Name}};
}

template <class... Kind> constexpr AttributeSet Excludes(Kind... Kinds) {
  return {Kinds...};
}

constexpr Support Now = {Stage::Now}, Checked = {Stage::Checked};
constexpr Support Later(std::string_view Instead) {
  return {Stage::Later, Instead};
}

using enum Attribute::Kind;
using enum ArgumentKind;

constexpr AttributeRow Rows[] = {
#define ATTRIBUTE(Identifier, Name, Places, Takes, Excludes, Supported,        \
                  Summary, Example)                                            \
  {Identifier, Name, Places, Takes, Excludes, Supported, Summary, Example},
#include "model/Attributes.def"
};

constexpr std::string_view PlaceNames[] = {
    "a namespace",   "a function",
    "a parameter",   "a field",
    "a union arm",   "a struct",
    "a union",       "an enumeration",
    "an enumerator", "a type alias",
    "a variable",    "an empty declaration outside of every namespace"};

constexpr std::string_view PointerClassWords[] = {"ref", "unique", "ptr"};
constexpr std::string_view AllocationWords[] = {"single_node", "all_nodes",
                                                "free", "dont_free"};
constexpr std::string_view ProtectionWords[] = {"none", "connect", "integrity",
                                                "privacy"};

constexpr bool isSound(const AttributeRow &Row) {
  const Arguments &A = Row.Takes;
  return Row.Places != 0 && A.Minimum <= A.Maximum &&
         (A.Kind == Nothing) == (A.Maximum == 0) &&
         (A.Kind == Nothing) == A.Names.front().empty() &&
         (Row.Supported.Since == Stage::Later) ==
             !Row.Supported.Instead.empty() &&
         !Row.Summary.empty() && !Row.Example.empty();
}

static_assert(std::ranges::adjacent_find(Rows, std::greater_equal<>(),
                                         &AttributeRow::Name) == std::end(Rows),
              "rows are sorted by name, and no name comes twice");
static_assert(std::ranges::all_of(Rows, isSound));

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

std::span<const AttributeRow> attributeTable() { return Rows; }

const AttributeRow *findAttribute(std::string_view Name) {
  auto Row = std::ranges::lower_bound(Rows, Name, {}, &AttributeRow::Name);
  return Row != std::end(Rows) && Row->Name == Name ? &*Row : nullptr;
}

/// The first enumerator is None.
const AttributeRow &rowOf(Attribute::Kind K) {
  return Rows[static_cast<std::size_t>(K) - 1];
}

std::string nameOf(Attribute::Kind K) {
  return K == Attribute::None ? "" : std::string(rowOf(K).Name);
}

bool exclude(Attribute::Kind A, Attribute::Kind B) {
  return rowOf(A).Excludes.contains(B) || rowOf(B).Excludes.contains(A);
}

std::span<const std::string_view> wordsOf(ArgumentKind K) {
  switch (K) {
  case PointerKind:
    return PointerClassWords;
  case Allocating:
    return AllocationWords;
  case ProtectionLevel:
    return ProtectionWords;
  case Nothing:
  case ArgumentKind::Expression:
  case Constant:
  case Word:
  case TypeName:
    return {};
  }
  return {};
}

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

} // namespace rpcgen
