//===- ReadValues.cpp - scalars, arrays, structures and unions from JSON --===//
#include "../Memory.h"
#include "Counts.h"
#include "Read.h"
#include "Text.h"

#include <rpc/uuid.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

using namespace dynamic;
using namespace rpc::ndr;

namespace {

template <class D> const D &as(const descriptor &Of) {
  return static_cast<const D &>(Of);
}

bool isByte(const descriptor &D) {
  return D.kind == construct::number && D.size == 1 &&
         (D.number == number_kind::octet ||
          D.number == number_kind::without_sign);
}
bool isCharacter(const descriptor &D) {
  return D.kind == construct::number && D.number == number_kind::character;
}

} // namespace

void JsonReader::number(const descriptor &D, const Json &From, void *At) {
  switch (D.number) {
  case number_kind::floating: {
    double Value = 0;
    if (From == "NaN")
      Value = std::numeric_limits<double>::quiet_NaN();
    else if (From == "Infinity" || From == "-Infinity")
      Value = (From == "Infinity" ? 1 : -1) *
              std::numeric_limits<double>::infinity();
    else
      expect(From.is_number(), "a number", From), Value = From.get<double>();
    if (D.size == 4) {
      const auto Narrow = static_cast<float>(Value);
      std::memcpy(At, &Narrow, sizeof Narrow);
    } else {
      std::memcpy(At, &Value, sizeof Value);
    }
    return;
  }
  case number_kind::character:
    return character(D, From, At);
  case number_kind::none:
  case number_kind::with_sign:
  case number_kind::without_sign:
  case number_kind::octet:
    break;
  }
  integer(From, At, D.size, D.number == number_kind::with_sign);
}

void JsonReader::character(const descriptor &D, const Json &From, void *At) {
  if (!From.is_string())
    return integer(From, At, D.size, false);
  const auto Units = units(D, From);
  if (Units.size() != 1)
    refuse("expected one character, got " + std::to_string(Units.size()));
  setInteger(At, Units.front(), D.size);
}

void JsonReader::integer(const Json &From, void *At, std::size_t Size,
                         bool Signed) {
  expect(From.is_number_integer(), "an integer", From);
  const std::size_t Bits = 8 * Size;
  bool Fits = true;
  if (From.is_number_unsigned()) {
    const auto Value = From.get<std::uint64_t>();
    Fits = Value >> (Bits - 1) == 0 ||
           (!Signed && (Bits == 64 || Value >> Bits == 0));
  } else {
    const auto Value = From.get<std::int64_t>();
    Fits =
        Value >= 0 ||
        (Signed && (Bits == 64 || Value >= -(std::int64_t{1} << (Bits - 1))));
  }
  if (!Fits)
    refuse(From.dump() + " is no value of " + std::to_string(Bits) +
           (Signed ? " bits with a sign" : " bits without a sign"));
  const std::int64_t Value =
      From.is_number_unsigned()
          ? static_cast<std::int64_t>(From.get<std::uint64_t>())
          : From.get<std::int64_t>();
  setInteger(At, Value, Size);
}

void JsonReader::enumerator(const Enumeration &Of, const Json &From, void *At) {
  if (!From.is_string())
    return integer(From, At, Of.size, Of.is_signed);
  const auto Name = From.get<std::string>();
  for (const rpcgen::Enumerator &Each : Of.Of->Enumerators)
    if (Each.Name == Name)
      return setInteger(At, Each.Value, Of.size);
  refuse("'" + Of.Of->Name + "' has no enumerator '" + Name + "'");
}

void JsonReader::context(const Json &From, void *At) {
  if (From.is_null())
    return setPointer(At, nullptr);
  expectMembers(From, {"attributes", "uuid"});
  rpc::wire_context Handle;
  {
    const Json &Attributes = member(From, "attributes");
    const Step In(*this, "attributes");
    integer(Attributes, &Handle.attributes, 4, false);
  }
  const Json &Id = member(From, "uuid");
  const Step In(*this, "uuid");
  expect(Id.is_string(), "a uuid", Id);
  try {
    Handle.id = rpc::uuid(Id.get<std::string>());
  } catch (const std::invalid_argument &) {
    refuse("'" + Id.get<std::string>() + "' is no uuid");
  }
  void *Made = Memory.allocate(sizeof Handle, alignof(rpc::wire_context));
  if (!Made)
    throw std::bad_alloc();
  setPointer(At, ::new (Made) rpc::wire_context(Handle));
}

void JsonReader::structure(const Structure &D, const Json &From, void *At) {
  auto *Object = static_cast<std::byte *>(At);
  if (From.is_string() && D.Means == Meaning::Uuid) {
    try {
      const auto Bytes = rpc::uuid(From.get<std::string>()).to_wire();
      std::memcpy(At, Bytes.data(), Bytes.size());
    } catch (const std::invalid_argument &) {
      refuse("'" + From.get<std::string>() + "' is no uuid");
    }
    return;
  }
  if (D.Means == Meaning::FileTime && !From.is_object()) {
    std::uint64_t Time = 0;
    if (From.is_string()) {
      const auto Read = fileTimeOf(From.get<std::string>());
      if (!Read)
        refuse("'" + From.get<std::string>() +
               "' is no time such as 2026-11-29T12:00:00Z");
      Time = *Read;
    } else {
      integer(From, &Time, 8, false);
    }
    setInteger(Object, static_cast<std::int64_t>(Time), 4);
    setInteger(Object + 4, static_cast<std::int64_t>(Time >> 32), 4);
    return;
  }
  std::vector<std::string_view> Names;
  std::vector<bool> Dependent;
  for (const step &Each : D.members[0]) {
    Names.push_back(Each.name);
    Dependent.push_back(isDependent(*Each.member));
  }
  expectMembers(From, Names);
  inOrder(Dependent, [&](std::size_t N) {
    const step &Each = D.members[0][N];
    const Json &Value = member(From, Each.name);
    const Step In(*this, Each.name);
    value(*Each.member, Value, Object + Each.memory, Object);
  });
}

void JsonReader::array(const array_descriptor &D, const Json &From, void *At,
                       const void *Self) {
  if (D.kind == construct::characters || D.kind == construct::string_tail) {
    const auto Of = countsOf(D.total, {}, {}, D.count, Self);
    const auto Units = units(*D.element, From);
    if (!Of || Units.size() >= Of->Total)
      refuse("the text has " + std::to_string(Units.size()) +
             " characters and a terminator, but there is room for " +
             std::to_string(Of ? Of->Total : 0));
    return store(Units, *D.element, At);
  }
  const auto Of = countsOf(D.total, D.first, D.length, D.count, Self);
  if (!Of)
    refuse("what tells the number of its elements cannot be computed, or is "
           "too much");
  elements(*D.element, From,
           static_cast<std::byte *>(At) + Of->First * D.element->size,
           Of->Length, Self);
}

void JsonReader::arm(const union_descriptor &D, checked Tag, const Json &From,
                     void *At) {
  if (!Tag.valid())
    refuse("its discriminant cannot be computed");
  const arm_descriptor *Arm = selectedArm(D, Tag.value());
  if (!Arm)
    refuse("the discriminant " + std::to_string(Tag.value()) +
           " selects no arm");
  if (!Arm->member) {
    if (!From.is_null() && From != Json::object())
      refuse("the discriminant " + std::to_string(Tag.value()) +
             " selects an empty arm: write {}");
    return;
  }
  expect(From.is_object(), "an object", From);
  for (const auto &[Name, Value] : From.items())
    if (Name != Arm->name)
      refuse("the discriminant " + std::to_string(Tag.value()) + " selects '" +
             Arm->name + "', not '" + Name + "'");
  const Json &Value = member(From, Arm->name);
  const Step In(*this, Arm->name);
  value(*Arm->member, Value, At, At);
}

void JsonReader::encapsulated(const encapsulated_descriptor &D,
                              const Json &From, void *At) {
  auto *Object = static_cast<std::byte *>(At);
  expectMembers(From, {D.tag.name, D.choice.name});
  {
    const Json &Tag = member(From, D.tag.name);
    const Step In(*this, D.tag.name);
    value(*D.tag.member, Tag, Object, Object);
  }
  const Json &Choice = member(From, D.choice.name);
  const Step In(*this, D.choice.name);
  arm(D.of, D.of.read_tag(Object), Choice, Object + D.choice.memory);
}

void JsonReader::variant(const variant_descriptor &D, const Json &From,
                         void *At, const void *Self) {
  expectMembers(From, {"index", "value"});
  std::uint64_t Index = 0;
  {
    const Json &Number = member(From, "index");
    const Step In(*this, "index");
    integer(Number, &Index, 8, false);
    if (Index >= D.alternatives.size())
      refuse("there are " + std::to_string(D.alternatives.size()) +
             " alternatives");
  }
  void *Alternative = D.emplace(At, static_cast<std::size_t>(Index));
  if (const descriptor *Of = D.alternatives[static_cast<std::size_t>(Index)]) {
    const Json &Value = member(From, "value");
    const Step In(*this, "value");
    value(*Of, Value, Alternative, Self);
  }
}

void JsonReader::sequence(const descriptor &Element, const Json &From, void *At,
                          const void *Self) {
  const std::uint64_t Count = lengthOf(Element, From);
  void *First = allocate(Count, Element);
  elements(Element, From, First, Count, Self);
  *static_cast<Sequence *>(At) = {First, static_cast<std::size_t>(Count),
                                  false};
}

void JsonReader::text(const descriptor &Character, const Json &From, void *At) {
  const auto Units = units(Character, From);
  void *First = allocate(Units.size() + 1, Character);
  store(Units, Character, First);
  *static_cast<Sequence *>(At) = {First, Units.size(), false};
}

std::vector<std::uint16_t> JsonReader::units(const descriptor &Character,
                                             const Json &From) {
  std::vector<std::uint16_t> Units;
  if (From.is_string()) {
    const auto &Text = From.get_ref<const std::string &>();
    if (Character.size == 1)
      for (const char Each : Text)
        Units.push_back(static_cast<unsigned char>(Each));
    else if (auto Wide = toUtf16(Text))
      Units = std::move(*Wide);
    else
      refuse("the text is not UTF-8");
  } else {
    expect(From.is_array(), "a string", From);
    for (std::size_t N = 0; N < From.size(); ++N) {
      const Step In(*this, "[" + std::to_string(N) + "]");
      integer(From[N], &Units.emplace_back(), Character.size, false);
    }
  }
  return Units;
}

void JsonReader::store(const std::vector<std::uint16_t> &Units,
                       const descriptor &Character, void *At) {
  auto *Next = static_cast<std::byte *>(At);
  for (const std::uint16_t Each : Units) {
    if (Each == 0)
      refuse("a character of the text is a zero, which ends a [string]");
    setInteger(Next, Each, Character.size);
    Next += Character.size;
  }
}

std::uint64_t JsonReader::lengthOf(const descriptor &Element,
                                   const Json &From) {
  if (From.is_string() && isByte(Element))
    return From.get_ref<const std::string &>().size() / 2;
  if (From.is_string() && isCharacter(Element))
    return units(Element, From).size();
  expect(From.is_array(), "an array", From);
  return From.size();
}

void JsonReader::elements(const descriptor &Element, const Json &From,
                          void *First, std::uint64_t Count, const void *Self) {
  auto *At = static_cast<std::byte *>(First);
  if (From.is_string() && isByte(Element)) {
    const auto Bytes = fromHex(From.get_ref<const std::string &>());
    if (!Bytes)
      refuse("octets are hexadecimal digits, two for each");
    if (Bytes->size() != Count)
      refuseLength(Bytes->size(), Count);
    std::ranges::copy(*Bytes, At);
    return;
  }
  if (From.is_string() && isCharacter(Element)) {
    const auto Units = units(Element, From);
    if (Units.size() != Count)
      refuseLength(Units.size(), Count);
    for (std::size_t N = 0; N < Units.size(); ++N)
      setInteger(At + N * Element.size, Units[N], Element.size);
    return;
  }
  expect(From.is_array(), "an array", From);
  if (From.size() != Count)
    refuseLength(From.size(), Count);
  for (std::size_t N = 0; N < From.size(); ++N) {
    const Step In(*this, "[" + std::to_string(N) + "]");
    value(Element, From[N], At + N * Element.size, Self);
  }
}
