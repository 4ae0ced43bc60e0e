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
      {"boolean8", "unsigned small"},
      {"boolean32", "unsigned long"},
      {"uint3264", "unsigned __int3264"},
      {"int3264", "__int3264"},
      {"NTSTATUS", "unsigned long"},
      {"WERROR", "unsigned long"},
      {"HRESULT", "unsigned long"},
      {"NTTIME_hyper", "unsigned hyper"},
      {"time_t", "unsigned long"}};
  return Names;
}

/// 64 bits that are aligned as two integers of 32 are.
bool isTwoLongs(const std::string &Name) {
  return Name == "NTTIME" || Name == "NTTIME_1sec" || Name == "dlong" ||
         Name == "udlong";
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
    } else if (isTwoLongs(T.Name)) {
      T.Name = "FILETIME";
    }
  }
}

/// "const string NAME = "..."", and endpoints without an address.
void lowerConstant(Constant &C) {
  if (!C.T || C.T->K != Type::Kind::Named || C.T->Name != "string")
    return;
  C.T = makeType(Type::Kind::Base, C.T->Loc, "char");
  C.Layers.insert(C.Layers.begin(), Layer{});
}

/// "ncacn_ip_tcp:" says of an endpoint only that there may be one.
void lowerEndpoints(Attributes &All) {
  for (Attribute &A : All) {
    if (A.Name != "endpoint")
      continue;
    std::string Kept, Rest = A.Text;
    while (!Rest.empty()) {
      const std::size_t End = std::min(Rest.find(','), Rest.size());
      const std::string Each = Rest.substr(0, End);
      Rest.erase(0, End + 1);
      if (Each.find('[') != std::string::npos)
        Kept += (Kept.empty() ? "" : ", ") + Each;
    }
    A.Text = Kept;
  }
  std::erase_if(All, [](const Attribute &A) {
    return A.Name == "endpoint" && A.Text.empty();
  });
}

TypeRef integer(const std::string &Name, Location Loc) {
  return makeType(Type::Kind::Base, Loc, Name);
}

std::string bitmapType(const Attributes &All) {
  return find(All, "bitmap8bit") || find(All, "enum8bit") ? "unsigned small"
         : find(All, "bitmap16bit")                       ? "unsigned short"
         : find(All, "bitmap64bit")                       ? "unsigned hyper"
                                                          : "unsigned long";
}

/// Whether the values are constants of a smaller integer: those of a bitmap,
/// or of an enumeration of 8 bits.
bool isInteger(const Typedef &T) {
  return T.T && T.T->Defined &&
         (T.T->K == Type::Kind::Bitmap ||
          (T.T->K == Type::Kind::Enumeration && find(T.Attrs, "enum8bit")));
}

/// "typedef enum kind kind;" of one that another file defines.
bool isRepeated(const Typedef &T) {
  return T.T && !T.T->Defined && T.Names.size() == 1 &&
         (T.T->K == Type::Kind::Bitmap || T.T->K == Type::Kind::Enumeration) &&
         T.Names.front().Layers.empty() && T.Names.front().Name == T.T->Name;
}

/// They come after the name of the type.
void lowerBitmaps(std::vector<Item> &Items) {
  std::vector<Item> Result;
  for (Item &I : Items) {
    if (auto *Inner = std::get_if<Interface>(&I.Is))
      lowerBitmaps(Inner->Items);
    auto *T = std::get_if<Typedef>(&I.Is);
    if (T && isRepeated(*T))
      continue;
    if (!T || !isInteger(*T)) {
      Result.push_back(std::move(I));
      continue;
    }
    const TypeRef Integer = integer(bitmapType(T->Attrs), T->T->Loc);
    std::erase_if(T->Attrs, [](const Attribute &A) {
      return A.Name.starts_with("bitmap") || A.Name == "enum8bit";
    });
    std::vector<Enumerator> Bits = std::move(T->T->Defined->Enumerators);
    T->T = Integer;
    Result.push_back(std::move(I));
    std::int64_t Next = 0;
    for (Enumerator &E : Bits) {
      if (std::optional<std::int64_t> Value = valueOf(E.Value))
        Next = *Value;
      else if (E.Value.isEmpty())
        E.Value = {Expr::Kind::Literal, E.Loc, std::to_string(Next)};
      ++Next;
      Result.push_back({E.Loc,
                        Constant{Integer, E.Name, {}, std::move(E.Value)},
                        std::move(E.Before), std::move(E.After)});
    }
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
    if (auto *C = std::get_if<Constant>(&I.Is))
      lowerConstant(*C);
    else if (auto *In = std::get_if<Interface>(&I.Is))
      lowerEndpoints(In->Attrs);
    forEachType(I, [&](const Type &T) { lowerType(const_cast<Type &>(T)); });
    forEachVariable(I, [&](Variable &V, Place Where) {
      lowerCharset(V);
      if (Where != Place::Alias)
        lowerSize(V);
    });
  });
}

} // namespace rpcgen::idl
