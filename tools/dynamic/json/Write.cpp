//===- Write.cpp - memory to JSON -----------------------------------------===//
#include "../Descriptors.h"
#include "../Memory.h"
#include "Counts.h"
#include "Json.h"
#include "Text.h"

#include <rpc/uuid.h>

#include <array>
#include <cmath>
#include <map>
#include <utility>

using namespace dynamic;
using namespace rpc::ndr;

namespace {

/// As deep as programs that read JSON can be expected to follow.
constexpr unsigned MostLevels = 500;

template <class D> const D &as(const descriptor &Of) {
  return static_cast<const D &>(Of);
}

class Writer {
public:
  Json value(const descriptor &D, const void *At, const void *Self) {
    switch (D.kind) {
    case construct::number:
      return number(D, At);
    case construct::boolean:
      return load<std::uint8_t>(At) != 0;
    case construct::enumeration: {
      const auto &Of = as<integer_descriptor>(D);
      const std::int64_t Number = integerAt(At, D.size, Of.is_signed);
      if (const char *Name = Of.name(Of, Number))
        return Name;
      return Number;
    }
    case construct::int3264:
      return integer(At, D.size, as<integer_descriptor>(D).is_signed);
    case construct::ranged:
      return value(*as<ranged_descriptor>(D).base, At, Self);
    case construct::ignored:
      return nullptr;
    case construct::pointer: {
      const auto &Of = as<pointer_descriptor>(D);
      return pointee(*Of.to, pointerAt(At), Self,
                     Of.of_class == pointer_kind::full);
    }
    case construct::holder:
      if (static_cast<const Sequence *>(At)->IsNull)
        return nullptr;
      return value(*as<holder_descriptor>(D).to->element, At, Self);
    case construct::context:
      return context(pointerAt(At));
    case construct::structure:
      return structure(as<dynamic::Structure>(D), At);
    case construct::array:
    case construct::varying:
    case construct::characters:
    case construct::tail:
    case construct::varying_tail:
    case construct::string_tail:
      return array(as<array_descriptor>(D), At, Self);
    case construct::switched: {
      const auto &Of = as<union_descriptor>(D);
      return arm(Of, Of.selector(Self), At);
    }
    case construct::encapsulated: {
      const auto &Of = as<encapsulated_descriptor>(D);
      const auto *Object = static_cast<const std::byte *>(At);
      Json Made = Json::object();
      Made[Of.tag.name] = value(*Of.tag.member, Object, Object);
      Made[Of.choice.name] =
          arm(Of.of, Of.of.read_tag(Object), Object + Of.choice.memory);
      return Made;
    }
    case construct::variant: {
      const auto &Of = as<variant_descriptor>(D);
      const std::size_t Index = Of.index(At);
      Json Made = {{"index", Index}};
      if (const descriptor *Each = Of.alternatives[Index])
        Made["value"] = value(*Each, Of.get(At), Self);
      return Made;
    }
    case construct::sequence: {
      const auto &Of = as<sequence_descriptor>(D);
      const auto [First, Count] = Of.look(At);
      return elements(*Of.element, First, Count, Self);
    }
    case construct::text: {
      const auto &S = *static_cast<const Sequence *>(At);
      return elements(*as<text_descriptor>(D).character, S.First, S.Count,
                      Self);
    }
    case construct::shared:
    case construct::presented:
    case construct::deletions:
      break; // Not made here, or no value.
    }
    return nullptr;
  }

  Json referent(const referent_descriptor &To, const void *Object,
                const void *Self) {
    if (++Level > MostLevels)
      throw JsonError("the values are nested deeper than " +
                      std::to_string(MostLevels) + " pointers");
    Json Made = Json();
    switch (To.kind) {
    case referent_kind::object:
      Made = value(*To.element, Object, Self);
      break;
    case referent_kind::array:
      Made = elements(*To.element, Object, To.count, Self);
      break;
    case referent_kind::conformant:
    case referent_kind::varying:
    case referent_kind::conformant_varying:
      Made =
          counted(*To.element, Object,
                  countsOf(To.size, To.first, To.length, To.count, Self), Self);
      break;
    case referent_kind::string:
    case referent_kind::sized_string:
    case referent_kind::fixed_string:
      Made = string(*To.element, Object);
      break;
    }
    --Level;
    return Made;
  }

  Json pointee(const referent_descriptor &To, const void *Object,
               const void *Self, bool IsFull) {
    if (!Object)
      return nullptr;
    if (!IsFull)
      return referent(To, Object, Self);
    const auto [Known, IsNew] =
        Ids.try_emplace({Object, To.identity}, Ids.size() + 1);
    Json Made = {{"$id", Known->second}};
    if (IsNew)
      Made["value"] = referent(To, Object, Self);
    return Made;
  }

  Json elements(const descriptor &Element, const void *First,
                std::uint64_t Count, const void *Self) {
    const auto *At = static_cast<const std::byte *>(First);
    if (Element.kind == construct::number) {
      if (Element.size == 1 && (Element.number == number_kind::octet ||
                                Element.number == number_kind::without_sign))
        return toHex({At, static_cast<std::size_t>(Count)});
      if (Element.number == number_kind::character)
        if (const auto Text = text(Element, At, Count))
          return *Text;
    }
    Json Made = Json::array();
    for (std::uint64_t N = 0; N < Count; ++N)
      Made.push_back(Element.kind == construct::number &&
                             Element.number == number_kind::character
                         ? integer(At + N * Element.size, Element.size, false)
                         : value(Element, At + N * Element.size, Self));
    return Made;
  }

private:
  static Json integer(const void *At, std::size_t Size, bool Signed) {
    const std::int64_t Number = integerAt(At, Size, Signed);
    return Signed ? Json(Number) : Json(static_cast<std::uint64_t>(Number));
  }

  static Json number(const descriptor &D, const void *At) {
    switch (D.number) {
    case number_kind::floating:
      return D.size == 4 ? real(load<float>(At)) : real(load<double>(At));
    case number_kind::character: {
      const auto Code =
          static_cast<std::uint16_t>(integerAt(At, D.size, false));
      if (const auto Text = toUtf8(std::span(&Code, 1));
          Text && Code >= 0x20 && (D.size == 2 || Code < 0x7F))
        return *Text;
      return Code;
    }
    case number_kind::none:
    case number_kind::with_sign:
    case number_kind::without_sign:
    case number_kind::octet:
      break;
    }
    return integer(At, D.size, D.number == number_kind::with_sign);
  }

  /// JSON has no other numbers.
  static Json real(double Value) {
    if (std::isnan(Value))
      return "NaN";
    if (std::isinf(Value))
      return Value > 0 ? "Infinity" : "-Infinity";
    return Value;
  }

  static Json context(const void *Value) {
    if (!Value)
      return nullptr;
    const auto &Handle = *static_cast<const rpc::wire_context *>(Value);
    return {{"attributes", Handle.attributes}, {"uuid", Handle.id.text()}};
  }

  Json structure(const dynamic::Structure &Of, const void *At) {
    const auto *Object = static_cast<const std::byte *>(At);
    switch (Of.Means) {
    case Meaning::Uuid: {
      std::array<std::uint8_t, 16> Bytes;
      std::memcpy(Bytes.data(), Object, Bytes.size());
      return rpc::uuid::from_wire(Bytes, true).text();
    }
    case Meaning::FileTime: {
      const std::uint64_t Time = load<std::uint32_t>(Object) |
                                 std::uint64_t{load<std::uint32_t>(Object + 4)}
                                     << 32;
      if (const auto Text = timeText(Time))
        return *Text;
      return Time;
    }
    case Meaning::None:
      break;
    }
    Json Made = Json::object();
    for (const step &Each : Of.members[0])
      Made[Each.name] = value(*Each.member, Object + Each.memory, Object);
    return Made;
  }

  Json array(const array_descriptor &Of, const void *At, const void *Self) {
    if (Of.kind == construct::characters || Of.kind == construct::string_tail)
      return string(*Of.element, At);
    return counted(*Of.element, At,
                   countsOf(Of.total, Of.first, Of.length, Of.count, Self),
                   Self);
  }

  Json arm(const union_descriptor &Of, checked Tag, const void *At) {
    Json Made = Json::object();
    const arm_descriptor *Arm =
        Tag.valid() ? selectedArm(Of, Tag.value()) : nullptr;
    if (Arm && Arm->member)
      Made[Arm->name] = value(*Arm->member, At, At);
    return Made;
  }

  Json counted(const descriptor &Element, const void *First,
               const std::optional<Counts> &Of, const void *Self) {
    if (!Of)
      return nullptr;
    return elements(Element,
                    static_cast<const std::byte *>(First) +
                        Of->First * Element.size,
                    Of->Length, Self);
  }

  static std::optional<std::string>
  text(const descriptor &Character, const std::byte *At, std::uint64_t Count) {
    if (Character.size == 1) {
      std::string Text(reinterpret_cast<const char *>(At),
                       static_cast<std::size_t>(Count));
      return toUtf16(Text) ? std::optional(Text) : std::nullopt;
    }
    std::vector<std::uint16_t> Units(static_cast<std::size_t>(Count));
    std::memcpy(Units.data(), At, 2 * Units.size());
    return toUtf8(Units);
  }

  /// Up to a terminator, which the writer and the reader of messages demand.
  Json string(const descriptor &Character, const void *At) {
    const auto *First = static_cast<const std::byte *>(At);
    std::uint64_t Count = 0;
    while (integerAt(First + Count * Character.size, Character.size, false) !=
           0)
      ++Count;
    return elements(Character, At, Count, nullptr);
  }

  unsigned Level = 0;
  std::map<std::pair<const void *, const void *>, std::size_t> Ids;
};

} // namespace

Json dynamic::toJson(Frame &From, bool IsRequest) {
  const Operation &Of = From.operation();
  Writer Out;
  Json Made = Json::object();
  for (std::size_t N = 0; N < Of.Parameters.size(); ++N) {
    const parameter_descriptor &P = Of.Parameters[N];
    if (!(IsRequest ? P.is_in : P.is_out) ||
        (P.of && P.of->kind == construct::deletions))
      continue;
    const void *At = From.parameter(N), *Self = From.data();
    Json &Value = Made[P.is_result ? ResultName : P.name];
    switch (P.kind) {
    case parameter_kind::value:
    case parameter_kind::passed:
      Value = Out.value(*P.of, At, Self);
      break;
    case parameter_kind::partial_ignore:
      Value = IsRequest ? Json(pointerAt(At) != nullptr)
                        : Out.value(*P.of, At, Self);
      break;
    case parameter_kind::reference:
      Value = Out.pointee(*P.to, pointerAt(At), Self, false);
      break;
    case parameter_kind::reseatable: {
      const void *Pointer = pointerAt(At);
      Value = Out.pointee(*P.to, Pointer ? pointerAt(Pointer) : nullptr, Self,
                          false);
      break;
    }
    case parameter_kind::pipe: {
      const auto &S = *static_cast<const Sequence *>(At);
      Value = Out.elements(*Of.Elements[N], S.First, S.Count, Self);
      break;
    }
    }
  }
  return Made;
}
