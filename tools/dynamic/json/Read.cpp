//===- Read.cpp - objects, pointers and parameters from JSON --------------===//
#include "Read.h"

#include "../Memory.h"
#include "Counts.h"
#include "Text.h"

#include <rpc/uuid.h>

#include <algorithm>
#include <new>

using namespace dynamic;
using namespace rpc::ndr;

namespace {

constexpr std::size_t MostLevels = 1000; ///< names in a path

template <class D> const D &as(const descriptor &Of) {
  return static_cast<const D &>(Of);
}

/// Whether null is a value of what a [ref] pointer points to.
bool mayBeNull(const referent_descriptor &To) {
  const construct Kind = To.element->kind;
  return To.kind == referent_kind::object &&
         (Kind == construct::pointer || Kind == construct::context ||
          Kind == construct::holder || Kind == construct::ignored);
}

std::string describe(const Json &Value) {
  switch (Value.type()) {
  case Json::value_t::null:
    return "null";
  case Json::value_t::array:
    return "an array";
  case Json::value_t::object:
    return "an object";
  case Json::value_t::string:
    return "a string";
  case Json::value_t::boolean:
    return "a boolean";
  default:
    return "a number";
  }
}

} // namespace

void JsonReader::refuse(const std::string &Why) const {
  std::string Text;
  for (const std::string &Each : Path) {
    if (!Text.empty() && Each.front() != '[')
      Text += '.';
    Text += Each;
  }
  throw JsonError(Text.empty() ? Why : Text + ": " + Why);
}

void JsonReader::expect(bool Fits, const char *What, const Json &Got) const {
  if (!Fits)
    refuse(std::string("expected ") + What + ", got " + describe(Got));
}

void JsonReader::refuseLength(std::uint64_t Has, std::uint64_t Wanted) const {
  refuse("there are " + std::to_string(Has) +
         " elements, but their number is to be " + std::to_string(Wanted));
}

const Json &JsonReader::member(const Json &Object, const char *Name) {
  const auto Found = Object.find(Name);
  if (Found != Object.end())
    return *Found;
  const Step In(*this, Name);
  refuse("is missing");
}

void JsonReader::expectMembers(
    const Json &Object, const std::vector<std::string_view> &Known) const {
  expect(Object.is_object(), "an object", Object);
  for (const auto &[Name, Value] : Object.items())
    if (!std::ranges::count(Known, std::string_view(Name)))
      refuse("there is no member '" + Name + "'");
}

void *JsonReader::allocate(std::uint64_t Count, const descriptor &Element,
                           std::size_t More) {
  constexpr std::uint64_t Most = std::uint64_t{1} << 40;
  void *Made = nullptr;
  if (Count < Most)
    Made = Memory.allocate_zeroed(
        static_cast<std::size_t>(Count) * Element.size + More,
        std::max<std::size_t>(Element.alignment, 8));
  if (!Made)
    refuse(std::to_string(Count) +
           " elements take more memory than a call has");
  return Made;
}

void JsonReader::value(const descriptor &D, const Json &From, void *At,
                       const void *Self) {
  if (Path.size() > MostLevels)
    refuse("it is nested too deeply");
  switch (D.kind) {
  case construct::number:
    return number(D, From, At);
  case construct::boolean:
    expect(From.is_boolean(), "true or false", From);
    return setInteger(At, From.get<bool>(), 1);
  case construct::enumeration:
    return enumerator(as<Enumeration>(D), From, At);
  case construct::int3264:
    return integer(From, At, D.size, as<integer_descriptor>(D).is_signed);
  case construct::ranged:
    return value(*as<ranged_descriptor>(D).base, From, At, Self);
  case construct::ignored:
    return setPointer(At, nullptr);
  case construct::pointer:
    return pointer(as<pointer_descriptor>(D), From, At, Self);
  case construct::holder: {
    const auto &Of = as<holder_descriptor>(D);
    if (!From.is_null())
      return value(*Of.to->element, From, At, Self);
    if (!Of.nullable)
      refuse("a [ref] pointer cannot be null");
    static_cast<Sequence *>(At)->IsNull = true;
    return;
  }
  case construct::context:
    return context(From, At);
  case construct::structure:
    return structure(as<Structure>(D), From, At);
  case construct::array:
  case construct::varying:
  case construct::characters:
  case construct::tail:
  case construct::varying_tail:
  case construct::string_tail:
    return array(as<array_descriptor>(D), From, At, Self);
  case construct::switched: {
    const auto &Of = as<union_descriptor>(D);
    return arm(Of, Of.selector(Self), From, At);
  }
  case construct::encapsulated:
    return encapsulated(as<encapsulated_descriptor>(D), From, At);
  case construct::variant:
    return variant(as<variant_descriptor>(D), From, At, Self);
  case construct::sequence: {
    const auto &Of = as<sequence_descriptor>(D);
    sequence(*Of.element, From, At, Self);
    if (Of.total) {
      const checked Total = Of.total(Self);
      const auto Has = static_cast<Sequence *>(At)->Count;
      if (Total.is_count() && static_cast<std::uint64_t>(Total.value()) != Has)
        refuseLength(Has, static_cast<std::uint64_t>(Total.value()));
    }
    return;
  }
  case construct::text:
    return text(*as<text_descriptor>(D).character, From, At);
  case construct::shared:
  case construct::presented:
  case construct::deletions:
    return; // Not made here, or no value.
  }
}

void JsonReader::pointer(const pointer_descriptor &D, const Json &From,
                         void *At, const void *Self) {
  if (From.is_null()) {
    if (D.of_class == pointer_kind::ref && mayBeNull(*D.to))
      return referent(*D.to, From, At, Self);
    if (D.of_class == pointer_kind::ref)
      refuse("a [ref] pointer cannot be null");
    return setPointer(At, nullptr);
  }
  if (D.of_class == pointer_kind::full && From.is_object() &&
      From.contains("$id"))
    return full(*D.to, From, At, Self);
  referent(*D.to, From, At, Self);
}

void JsonReader::full(const referent_descriptor &To, const Json &From,
                      void *Place, const void *Self) {
  expectMembers(From, {"$id", "value"});
  const Json &Number = From["$id"];
  expect(Number.is_number_integer(), "an integer as $id", Number);
  const auto Id = Number.get<std::int64_t>();
  const auto Found = Objects.find(Id);
  if (From.contains("value")) {
    if (Found != Objects.end())
      refuse("there are two objects with the $id " + std::to_string(Id));
    Naming = Id;
    return referent(To, From["value"], Place, Self);
  }
  if (Found == Objects.end())
    refuse("no object before has the $id " + std::to_string(Id));
  if (Found->second.Identity != To.identity)
    refuse("the object with the $id " + std::to_string(Id) +
           " has another type");
  setPointer(Place, Found->second.Object);
}

void JsonReader::referent(const referent_descriptor &To, const Json &From,
                          void *Place, const void *Self) {
  const descriptor &Element = *To.element;
  const std::optional<std::int64_t> Id = std::exchange(Naming, std::nullopt);
  auto Lead = [&](void *Object) {
    setPointer(Place, Object);
    if (Id)
      Objects.insert({*Id, {Object, To.identity}});
    return Object;
  };
  switch (To.kind) {
  case referent_kind::object: {
    const bool IsOpen = Element.kind == construct::structure &&
                        as<structure_descriptor>(Element).open;
    const std::size_t More =
        IsOpen ? tailSize(as<structure_descriptor>(Element), From) : 0;
    return value(Element, From, Lead(allocate(1, Element, More)), Self);
  }
  case referent_kind::array:
    return elements(Element, From, Lead(allocate(To.count, Element)), To.count,
                    Self);
  case referent_kind::conformant:
  case referent_kind::varying:
  case referent_kind::conformant_varying: {
    const auto Of = countsOf(To.size, To.first, To.length, To.count, Self);
    if (!Of)
      refuse("what tells the number of its elements cannot be computed, or is "
             "too much");
    auto *First = static_cast<std::byte *>(Lead(allocate(Of->Total, Element)));
    return elements(Element, From, First + Of->First * Element.size, Of->Length,
                    Self);
  }
  case referent_kind::string:
  case referent_kind::sized_string:
  case referent_kind::fixed_string: {
    const auto Units = units(Element, From);
    const auto Of = countsOf(To.size, {}, {}, To.count, Self);
    const std::uint64_t Room = To.kind == referent_kind::string
                                   ? Units.size() + 1
                               : Of ? Of->Total
                                    : 0;
    if (Units.size() >= Room)
      refuse("the text has " + std::to_string(Units.size()) +
             " characters and a terminator, but there is room for " +
             std::to_string(Room));
    return store(Units, Element, Lead(allocate(Room, Element)));
  }
  }
}

// The memory after a structure for the array that ends it. What tells how
// large it is are scalars, which are read for that into a copy.
std::size_t JsonReader::tailSize(const structure_descriptor &D,
                                 const Json &From) {
  expect(From.is_object(), "an object", From);
  std::vector<std::uint64_t> Copy((D.size + 7) / 8 + 1);
  auto *Object = reinterpret_cast<std::byte *>(Copy.data());
  const step &Last = D.members[0].back();
  for (const step &Each : D.members[0])
    if (Each.member->kind <= construct::ranged && From.contains(Each.name)) {
      const Step In(*this, Each.name);
      value(*Each.member, From[Each.name], Object + Each.memory, Object);
    }
  const Json &End = member(From, Last.name);
  const Step In(*this, Last.name);
  if (Last.member->kind == construct::structure)
    return tailSize(as<structure_descriptor>(*Last.member), End);
  const auto &Tail = as<array_descriptor>(*Last.member);
  const checked Total = Tail.total(Object);
  if (!Total.is_count())
    refuse("what tells the number of its elements cannot be computed");
  const auto Count = static_cast<std::uint64_t>(Total.value());
  allocate(Count, *Tail.element); // or says that it is too much
  return static_cast<std::size_t>(Count) * Tail.element->size;
}

void JsonReader::inOrder(const std::vector<bool> &Dependent,
                         const std::function<void(std::size_t)> &Set) {
  for (const bool Now : {false, true})
    for (std::size_t N = 0; N < Dependent.size(); ++N)
      if (Dependent[N] == Now)
        Set(N);
}

bool dynamic::isDependent(const referent_descriptor &To) {
  return To.size || To.length || To.first || isDependent(*To.element);
}

bool dynamic::isDependent(const descriptor &D) {
  switch (D.kind) {
  case construct::pointer:
    return isDependent(*as<pointer_descriptor>(D).to);
  case construct::holder:
    return isDependent(*as<holder_descriptor>(D).to);
  case construct::array:
  case construct::varying:
  case construct::characters: {
    const auto &Of = as<array_descriptor>(D);
    return Of.length || Of.first || isDependent(*Of.element);
  }
  case construct::tail:
  case construct::varying_tail:
  case construct::string_tail:
  case construct::switched:
    return true;
  case construct::sequence:
    return as<sequence_descriptor>(D).total ||
           isDependent(*as<sequence_descriptor>(D).element);
  default:
    return false;
  }
}

void dynamic::fromJson(const Json &From, Frame &Into) {
  const Operation &Of = Into.operation();
  JsonReader In(Into.memory());
  std::vector<std::string_view> Names;
  std::vector<bool> Dependent;
  for (std::size_t N = 0; N < Of.Parameters.size(); ++N) {
    const parameter_descriptor &P = Of.Parameters[N];
    if (P.is_in)
      Names.push_back(P.name);
    Dependent.push_back((P.of && isDependent(*P.of)) ||
                        (P.to && isDependent(*P.to)));
  }
  In.expectMembers(From, Names);
  const void *Self = Into.data();
  JsonReader::inOrder(Dependent, [&](std::size_t N) {
    const parameter_descriptor &P = Of.Parameters[N];
    if (!P.is_in)
      return;
    const Json &Value = In.member(From, P.name);
    const JsonReader::Step Name(In, P.name);
    void *At = Into.parameter(N);
    switch (P.kind) {
    case parameter_kind::value:
    case parameter_kind::passed:
      return In.value(*P.of, Value, At, Self);
    case parameter_kind::partial_ignore:
      // Only whether it is null travels.
      if (!Value.is_null() && Value != false)
        setPointer(At, At);
      return;
    case parameter_kind::reference:
    case parameter_kind::reseatable: {
      if (Value.is_null() && !mayBeNull(*P.to))
        In.refuse("a [ref] pointer cannot be null");
      void *Place = At;
      if (P.kind == parameter_kind::reseatable) {
        Place = Into.memory().allocate_zeroed(sizeof(void *), alignof(void *));
        if (!Place)
          throw std::bad_alloc();
        setPointer(At, Place);
      }
      return In.referent(*P.to, Value, Place, Self);
    }
    case parameter_kind::pipe:
      return In.sequence(*Of.Elements[N], Value, At, Self);
    }
  });
}
