//===- Pidl.cpp - Samba's dialect -----------------------------------------===//
//
// Types that need no import, bitmaps that are integers, strings whose
// characters an attribute names, and sizes between the brackets of an array.
//
//===----------------------------------------------------------------------===//

#include "idl/Values.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <functional>
#include <map>
#include <utility>

namespace rpcgen::idl {
namespace {

const std::map<std::string, std::string> &types() {
  static const std::map<std::string, std::string> Names = {
      {"uint8", "unsigned small"},
      {"int8", "small"},
      {"uint16", "unsigned short"},
      {"int16", "short"},
      {"uint32", "unsigned long"},
      {"int32", "long"},
      {"int64", "hyper"},
      {"uint64", "unsigned hyper"},
      {"uint8_t", "unsigned small"},
      {"uint16_t", "unsigned short"},
      {"uint32_t", "unsigned long"},
      {"uint64_t", "unsigned hyper"},
      {"bool8", "unsigned small"},
      {"uint3264", "unsigned __int3264"},
      {"int3264", "__int3264"},
      {"NTSTATUS", "unsigned long"},
      {"WERROR", "unsigned long"},
      {"HRESULT", "unsigned long"},
      {"NTTIME", "unsigned hyper"},
      {"time_t", "unsigned long"}};
  return Names;
}

void lowerType(Type &T) {
  if (T.K == Type::Kind::Bitmap && !T.Defined) {
    T.K = Type::Kind::Named;
  } else if (T.K == Type::Kind::Base && T.Name == "hyper") {
    T.Name = "unsigned hyper";
  } else if (T.K == Type::Kind::Named) {
    if (auto Found = types().find(T.Name); Found != types().end()) {
      T.K = Type::Kind::Base;
      T.Name = Found->second;
    }
  }
}

TypeRef integer(const std::string &Name, Location Loc) {
  return makeType(Type::Kind::Base, Loc, Name);
}

std::string bitmapType(const Attributes &All) {
  return find(All, "bitmap8bit")    ? "unsigned small"
         : find(All, "bitmap16bit") ? "unsigned short"
         : find(All, "bitmap64bit") ? "unsigned hyper"
                                    : "unsigned long";
}

/// The bits of a bitmap are constants, which come after its name.
void lowerBitmaps(std::vector<Item> &Items) {
  std::vector<Item> Result;
  for (Item &I : Items) {
    if (auto *Inner = std::get_if<Interface>(&I.Is))
      lowerBitmaps(Inner->Items);
    auto *T = std::get_if<Typedef>(&I.Is);
    if (!T || !T->T || T->T->K != Type::Kind::Bitmap || !T->T->Defined) {
      Result.push_back(std::move(I));
      continue;
    }
    const TypeRef Integer = integer(bitmapType(T->Attrs), T->T->Loc);
    std::erase_if(T->Attrs, [](const Attribute &A) {
      return A.Name.starts_with("bitmap");
    });
    std::vector<Enumerator> Bits = std::move(T->T->Defined->Enumerators);
    T->T = Integer;
    Result.push_back(std::move(I));
    for (Enumerator &E : Bits)
      Result.push_back({E.Loc,
                        Constant{Integer, E.Name, {}, std::move(E.Value)},
                        std::move(E.Before), std::move(E.After)});
  }
  Items = std::move(Result);
}

/// "[charset(UTF16)] uint16 *name"
void lowerCharset(Variable &V) {
  const Attribute *Set = find(V.Attrs, "charset");
  if (!Set || !V.T || V.T->K != Type::Kind::Base)
    return;
  V.T = std::make_shared<Type>(*V.T);
  V.T->Name = V.T->Name == "unsigned short" ? "wchar_t" : "char";
}

/// "uint8 data[count]", where count is a field
void lowerSize(Variable &V) {
  if (V.Layers.empty() || V.Layers.front().K != Layer::Kind::Array ||
      V.Layers.front().Bound.isEmpty() ||
      V.Layers.front().Bound.K == Expr::Kind::Literal ||
      valueOf(V.Layers.front().Bound) || find(V.Attrs, "size_is"))
    return;
  Expr Bound = std::exchange(V.Layers.front().Bound, {});
  V.Attrs.push_back({Bound.Loc, "size_is", {Bound}});
}

} // namespace

void lowerPidl(Program &P, Unit &U) {
  if (P.D != Dialect::Pidl)
    return;
  lowerBitmaps(U.Tree.Items);
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    forEachType(I, [&](const Type &T) { lowerType(const_cast<Type &>(T)); });
    forEachVariable(I, [&](Variable &V, Place Where) {
      lowerCharset(V);
      if (Where != Place::Alias)
        lowerSize(V);
    });
  });
}

} // namespace rpcgen::idl
