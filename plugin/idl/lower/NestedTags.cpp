//===- NestedTags.cpp - nested-tag ----------------------------------------===//
//
// In C++ a structure that another one defines belongs to it. In IDL its tag is
// known everywhere, so it is written before the other one.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <utility>

namespace rpcgen::idl {
namespace {

/// A name for what is in the item.
std::string nameOf(const Item &I) {
  if (auto *T = std::get_if<Typedef>(&I.Is); T && !T->Names.empty())
    return T->Names.front().Name;
  if (auto *D = std::get_if<Declared>(&I.Is))
    return D->T->Name;
  auto *O = std::get_if<Operation>(&I.Is);
  return O ? O->Name : "";
}

class Lowerer {
public:
  explicit Lowerer(Program &P) : P(P) {}

  void lower(std::vector<Item> &Items) {
    for (std::size_t N = 0; N < Items.size(); ++N) {
      if (auto *In = std::get_if<Interface>(&Items[N].Is))
        lower(In->Items);
      else if (auto *O = std::get_if<Other>(&Items[N].Is))
        lower(O->Items);
      std::vector<Item> Before = definitionsIn(Items[N]);
      const std::size_t Count = Before.size();
      if (Count != 0)
        Before.front().Before = std::exchange(Items[N].Before, {});
      Items.insert(Items.begin() + static_cast<std::ptrdiff_t>(N),
                   std::make_move_iterator(Before.begin()),
                   std::make_move_iterator(Before.end()));
      N += Count;
    }
  }

private:
  /// What the fields and parameters of the item define, taken out of it.
  std::vector<Item> definitionsIn(Item &I) {
    std::vector<Item> Result;
    forEachVariable(I, [&](Variable &V, Place Where) {
      if (Where == Place::Alias || !V.T || !V.T->Defined)
        return;
      const bool IsEnumeration = V.T->K == Type::Kind::Enumeration;
      const bool Encapsulated = V.T->Defined->Encapsulated;
      if (V.T->Name.empty() && Where != Place::Parameter && !IsEnumeration &&
          !Encapsulated)
        return;
      if (Encapsulated && V.Name.empty())
        V.Name = std::exchange(V.T->Defined->UnionName, "");
      if (V.Name.empty())
        V.Name = "u";
      if (V.T->Name.empty()) {
        V.T->Name = V.Name + "_of_" + nameOf(I);
        P.remark(V.T->Loc, "nested-tag",
                 "the type of '" + V.Name + "' is written before what has it");
      }
      Declared Made{{}, std::make_shared<Type>(*V.T)};
      Made.T->Const = false;
      for (const char *Name : {"switch_type", "v1_enum", "ms_union"})
        if (const Attribute *A = find(V.Attrs, Name)) {
          Made.Attrs.push_back(*A);
          remove(V.Attrs, Name);
        }
      Result.push_back({V.T->Loc, std::move(Made)});
      V.T->Defined = nullptr;
    });
    return Result;
  }

  Program &P;
};

} // namespace

void lowerNestedTags(Program &P, Unit &U) { Lowerer(P).lower(U.Tree.Items); }

} // namespace rpcgen::idl
