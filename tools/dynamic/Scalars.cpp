//===- Scalars.cpp --------------------------------------------------------===//
#include "Scalars.h"

#include "Forms.h"
#include "Memory.h"

#include "model/Values.h"

#include <algorithm>
#include <cstdint>
#include <limits>

using namespace dynamic;
using namespace rpc::ndr;
using rpcgen::Type;
using rpcgen::wire::Scalar;

namespace {

number_kind numberOf(const Scalar &S, const Type *T) {
  if (T && T->Spelling == "::std::byte")
    return number_kind::octet;
  switch (S.Of) {
  case Type::Kind::Character:
  case Type::Kind::WideCharacter:
    return number_kind::character;
  case Type::Kind::Float:
    return number_kind::floating;
  case Type::Kind::Enumeration:
    return number_kind::none;
  default:
    return S.Signed ? number_kind::with_sign : number_kind::without_sign;
  }
}

descriptor numberDescriptor(const Scalar &S, const Type *T) {
  const bool IsBoolean = S.Of == Type::Kind::Boolean;
  descriptor Made{.kind = IsBoolean ? construct::boolean : construct::number,
                  .number = numberOf(S, T),
                  .wire = {},
                  .size = S.Memory,
                  .alignment = S.Memory};
  setForms(Made, [&](auto, int) {
    return form{.alignment = S.Memory,
                .size = S.Memory,
                .fixed = true,
                .in_place = true,
                .verbatim = !IsBoolean,
                .dense = true};
  });
  return Made;
}

const char *nameIn(const integer_descriptor &Of, std::int64_t Value) {
  for (const rpcgen::Enumerator &Each :
       static_cast<const dynamic::Enumeration &>(Of).Of->Enumerators)
    if (Each.Value == Value)
      return Each.Name.c_str();
  return nullptr;
}

/// The values that may travel, as the layout of the type has them.
rpcgen::ValueRange boundsOf(const rpcgen::Enumeration &E) {
  using Limits = std::numeric_limits<std::int64_t>;
  rpcgen::ValueRange Values =
      E.FixedUnderlying ? rpcgen::ValueRange{Limits::min(), Limits::max()}
                        : rpcgen::valuesOf(E);
  if (!E.V1)
    Values = {std::max<std::int64_t>(Values.Low, 0),
              std::min<std::int64_t>(Values.High, 32767)};
  return Values;
}

/// An enumeration or int3264, which have a width of their own in each syntax.
template <class Made> void setWidths(Made &Of, const Scalar &S) {
  Of.size = S.Memory;
  Of.alignment = S.Memory;
  const bool Verbatim = S.Of != Type::Kind::Enumeration;
  setForms(Of, [&](auto, int Syntax) {
    const bool Same = S.Size[Syntax] == S.Memory;
    return form{.alignment = S.Size[Syntax],
                .size = S.Size[Syntax],
                .fixed = true,
                .in_place = Same,
                .verbatim = Same && Verbatim,
                .dense = Same && Verbatim};
  });
}

const descriptor &unranged(Store &Kept, const Scalar &S, const Type *T) {
  if (S.Enum) {
    auto &Made = Kept.own(dynamic::Enumeration());
    Made.kind = construct::enumeration;
    Made.Of = S.Enum;
    Made.is_signed = S.Enum->Signed;
    const rpcgen::ValueRange Values = boundsOf(*S.Enum);
    Made.low = Values.Low;
    Made.high = Values.High;
    Made.name = &nameIn;
    setWidths(Made, S);
    return Made;
  }
  if (S.Size != rpcgen::wire::Bytes{S.Memory, S.Memory}) {
    auto &Made = Kept.own(integer_descriptor());
    Made.kind = construct::int3264;
    Made.is_signed = S.Signed;
    setWidths(Made, S);
    return Made;
  }
  return Kept.own(numberDescriptor(S, T));
}

template <class T> checked readAs(const void *Value) {
  return checked(load<T>(Value));
}

} // namespace

ReadInteger dynamic::readerOf(std::size_t Size, bool Signed) {
  switch (Size) {
  case 1:
    return Signed ? &readAs<std::int8_t> : &readAs<std::uint8_t>;
  case 2:
    return Signed ? &readAs<std::int16_t> : &readAs<std::uint16_t>;
  case 4:
    return Signed ? &readAs<std::int32_t> : &readAs<std::uint32_t>;
  default:
    return Signed ? &readAs<std::int64_t> : &readAs<std::uint64_t>;
  }
}

const descriptor &dynamic::scalarOf(Store &Kept, const Scalar &S,
                                    const Type *T) {
  const descriptor &Base = unranged(Kept, S, T);
  if (!T || !T->Range || Base.kind == construct::int3264)
    return Base;
  auto &Made = Kept.own(ranged_descriptor());
  static_cast<descriptor &>(Made) = Base;
  Made.kind = construct::ranged;
  Made.base = &Base;
  Made.read = readerOf(Base.size, S.Signed);
  Made.low = T->Range->Low;
  Made.high = T->Range->High;
  setForms(Made, [&](auto, int Syntax) {
    return form{.alignment = Base.wire[Syntax].alignment,
                .size = Base.wire[Syntax].size};
  });
  return Made;
}
