//===- LargeEnumerators.cpp - large-enumerator, far-enumerator ------------===//
//
// An enumeration of 16 bits with values above 32767 is an integer with
// constants. What has no room in 16 bits, or is negative, never travels: it is
// a constant beside the others.
//
//===----------------------------------------------------------------------===//

#include "idl/Values.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>
#include <utility>

namespace rpcgen::idl {
namespace {

constexpr std::int64_t LargestSigned = 0x7FFF, Largest = 0xFFFF;

struct Valued {
  Enumerator E;
  std::int64_t Value;
};

/// Each with its value, also where none is written.
std::vector<Valued> valued(const Definition &D) {
  std::vector<Valued> Result;
  std::int64_t Next = 0;
  for (const Enumerator &E : D.Enumerators) {
    Enumerator Written = E;
    if (std::optional<std::int64_t> Value = valueOf(E.Value))
      Next = *Value;
    else if (E.Value.isEmpty())
      Written.Value = {Expr::Kind::Literal, E.Loc, std::to_string(Next)};
    Result.push_back({std::move(Written), Next++});
  }
  return Result;
}

bool isFar(const Valued &Each) {
  return Each.Value < 0 || Each.Value > Largest;
}

class Lowerer {
public:
  explicit Lowerer(Program &P) : P(P) {}

  void lower(std::vector<Item> &Items) {
    std::vector<Item> Result;
    for (Item &I : Items) {
      if (auto *Inner = std::get_if<Interface>(&I.Is))
        lower(Inner->Items);
      else if (auto *O = std::get_if<Other>(&I.Is))
        lower(O->Items);
      std::vector<Item> After = constantsOf(I);
      Result.push_back(std::move(I));
      std::ranges::move(After, std::back_inserter(Result));
    }
    Items = std::move(Result);
  }

private:
  std::vector<Item> constantsOf(Item &I) {
    auto *T = std::get_if<Typedef>(&I.Is);
    auto *D = std::get_if<Declared>(&I.Is);
    const Type *Found = T ? T->T.get() : D ? D->T.get() : nullptr;
    if (!Found || Found->K != Type::Kind::Enumeration || !Found->Defined ||
        find(T ? T->Attrs : D->Attrs, "v1_enum") ||
        find(Found->Defined->Attrs, "v1_enum"))
      return {};
    const std::vector<Valued> All = valued(*Found->Defined);
    auto IsLarge = [](const Valued &Each) {
      return Each.Value > LargestSigned && Each.Value <= Largest;
    };
    if (T && std::ranges::any_of(All, IsLarge))
      return asInteger(*T, All);
    if (std::ranges::any_of(All, isFar) && !std::ranges::all_of(All, isFar))
      return farOnes(*Found->Defined, All);
    return {};
  }

  std::vector<Item> asInteger(Typedef &T, const std::vector<Valued> &All) {
    P.remark(T.T->Loc, "large-enumerator",
             "an enumeration of 16 bits with values above 32767 is an integer");
    T.T = makeType(Type::Kind::Base, T.T->Loc, "unsigned short");
    std::vector<Item> Result;
    for (const Valued &Each : All)
      Result.push_back(
          constant(isFar(Each) ? typeOf(Each) : "unsigned short", Each));
    return Result;
  }

  std::vector<Item> farOnes(Definition &D, const std::vector<Valued> &All) {
    std::vector<Item> Result;
    D.Enumerators.clear();
    for (const Valued &Each : All) {
      if (!isFar(Each)) {
        D.Enumerators.push_back(Each.E);
        continue;
      }
      P.remark(Each.E.Loc, "far-enumerator",
               "'" + Each.E.Name +
                   "' has no room in the 16 bits that travel, and is a "
                   "constant");
      Result.push_back(constant(typeOf(Each), Each));
    }
    return Result;
  }

  static const char *typeOf(const Valued &Each) {
    return Each.Value >= INT32_MIN && Each.Value <= INT32_MAX ? "long"
           : Each.Value >= 0 && Each.Value <= UINT32_MAX      ? "unsigned long"
                                                              : "hyper";
  }

  static Item constant(const char *T, const Valued &Each) {
    const Enumerator &E = Each.E;
    return {E.Loc,
            Constant{makeType(Type::Kind::Base, E.Loc, T), E.Name, {}, E.Value},
            E.Before, E.After};
  }

  Program &P;
};

} // namespace

void lowerLargeEnumerators(Program &P, Unit &U) {
  Lowerer(P).lower(U.Tree.Items);
}

} // namespace rpcgen::idl
