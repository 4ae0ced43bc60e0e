//===- LargeEnumerators.cpp - large-enumerator ----------------------------===//
//
// An enumeration of 16 bits with a value above 32767 is an integer with
// constants.
//
//===----------------------------------------------------------------------===//

#include "idl/Values.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <functional>

namespace rpcgen::idl {

void lowerLargeEnumerators(Program &P, Unit &U) {
  auto IsLarge = [](const Definition &D) {
    for (const Enumerator &E : D.Enumerators)
      if (std::optional<std::int64_t> Value = valueOf(E.Value))
        if (*Value > 0x7FFF && *Value <= 0xFFFF)
          return true;
    return false;
  };
  std::vector<Item> *Items = &U.Tree.Items;
  (void)Items;
  std::function<void(std::vector<Item> &)> Lower = [&](auto &In) {
    std::vector<Item> Result;
    for (Item &I : In) {
      if (auto *Inner = std::get_if<Interface>(&I.Is))
        Lower(Inner->Items);
      else if (auto *O = std::get_if<Other>(&I.Is))
        Lower(O->Items);
      auto *T = std::get_if<Typedef>(&I.Is);
      if (!T || !T->T || T->T->K != Type::Kind::Enumeration || !T->T->Defined ||
          find(T->Attrs, "v1_enum") || find(T->T->Defined->Attrs, "v1_enum") ||
          !IsLarge(*T->T->Defined)) {
        Result.push_back(std::move(I));
        continue;
      }
      P.remark(T->T->Loc, "large-enumerator",
               "an enumeration of 16 bits with values above 32767 is an "
               "integer");
      TypeRef Integer = makeType(Type::Kind::Base, T->T->Loc, "unsigned short");
      std::vector<Enumerator> All = std::move(T->T->Defined->Enumerators);
      T->T = Integer;
      Result.push_back(std::move(I));
      std::int64_t Next = 0;
      for (Enumerator &E : All) {
        if (std::optional<std::int64_t> Value = valueOf(E.Value))
          Next = *Value;
        else
          E.Value = {Expr::Kind::Literal, E.Loc, std::to_string(Next)};
        ++Next;
        Result.push_back({E.Loc,
                          Constant{Integer, E.Name, {}, std::move(E.Value)},
                          std::move(E.Before), std::move(E.After)});
      }
    }
    In = std::move(Result);
  };
  Lower(U.Tree.Items);
}

} // namespace rpcgen::idl
