//===- ObjectInterfaces.cpp - object-interface ----------------------------===//
//
// A call of an object interface (MS-DCOM, "ORPC Calls") is one of an interface
// that has the operations of its bases first, each with two parameters more:
// ORPCTHIS goes there, ORPCTHAT comes back.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace rpcgen::idl {
namespace {

bool isOperation(const Item &I) {
  return std::holds_alternative<Operation>(I.Is);
}

bool isReserved(const Item &I) {
  return find(std::get<Operation>(I.Is).Attrs, "reserved");
}

Variable carried(Location Loc, const char *Direction, const char *Structure,
                 const char *Name) {
  Variable Result;
  Result.Attrs.push_back({Loc, Direction});
  Result.T = makeType(Type::Kind::Named, Loc, Structure);
  Result.Loc = Loc;
  Result.Name = Name;
  Result.Layers.push_back({Layer::Kind::Pointer, Loc});
  return Result;
}

Item reserved(Location Loc, const std::string &Name) {
  Operation O;
  O.Attrs.push_back({Loc, "reserved"});
  O.T = makeType(Type::Kind::Base, Loc, "void");
  O.Name = Name;
  Item Result;
  Result.Loc = Loc;
  Result.Is = std::move(O);
  return Result;
}

/// Types are changed in place, and a derived interface has its own.
std::vector<Item> copyOf(const std::vector<Item> &Operations) {
  std::vector<Item> Result = Operations;
  for (Item &I : Result) {
    auto &O = std::get<Operation>(I.Is);
    O.T = std::make_shared<Type>(*O.T);
    for (Variable &V : O.Parameters)
      if (V.T)
        V.T = std::make_shared<Type>(*V.T);
  }
  return Result;
}

class Lowerer {
public:
  Lowerer(Program &P, const Item &Declares, Interface &In)
      : P(P), Declares(Declares), In(In) {}

  void run() {
    std::vector<Item> Items;
    if (!In.Base.empty() && !inherit(Items))
      return refuse("the operations of '" + In.Base + "', which '" + In.Name +
                    "' has first, are not known");
    for (const Item &I : In.Items)
      if (!isOperation(I))
        Items.push_back(I);
      else if (!isCalledAsAnother(std::get<Operation>(I.Is)))
        Items.push_back(withCarried(I));
    nameOnce(Items);
    std::vector<Item> &All = P.Objects[In.Name];
    std::ranges::copy_if(Items, std::back_inserter(All), isOperation);
    const bool IsLocal = find(In.Attrs, "local");
    if (!IsLocal && !find(In.Attrs, "uuid"))
      return refuse("'" + In.Name + "' has no uuid");
    if (IsLocal || std::ranges::all_of(All, isReserved)) {
      std::erase_if(In.Items, isOperation);
      return;
    }
    In.Items = std::move(Items);
    remove(In.Attrs, "object");
    In.Base.clear();
    P.remark(Declares.Loc, "object-interface",
             "'" + In.Name +
                 "' is called as an interface whose operations have ORPCTHIS "
                 "and ORPCTHAT first");
  }

private:
  bool inherit(std::vector<Item> &Into) {
    if (auto Known = P.Objects.find(In.Base); Known != P.Objects.end()) {
      Into = copyOf(Known->second);
      return true;
    }
    // The bases that everything has, where no file defines them.
    static const std::vector<std::string> Unknown = {"QueryInterface", "AddRef",
                                                     "Release"};
    if (In.Base == "IUnknown" || In.Base == "IInspectable" ||
        In.Base == "IDispatch")
      for (const std::string &Name : Unknown)
        Into.push_back(reserved(Declares.Loc, Name));
    for (const char *Name : namesOf(In.Base))
      Into.push_back(reserved(Declares.Loc, Name));
    if (Into.size() > Unknown.size())
      P.remark(Declares.Loc, "object-interface",
               "the operations of '" + In.Base +
                   "' are reserved: no file defines it");
    return !Into.empty();
  }

  static std::vector<const char *> namesOf(const std::string &Base) {
    if (Base == "IDispatch")
      return {"GetTypeInfoCount", "GetTypeInfo", "GetIDsOfNames", "Invoke"};
    if (Base == "IInspectable")
      return {"GetIids", "GetRuntimeClassName", "GetTrustLevel"};
    return {};
  }

  void refuse(const std::string &Why) {
    const auto Count = std::ranges::count_if(In.Items, isOperation);
    std::erase_if(In.Items, isOperation);
    if (Count == 0)
      return;
    In.LeftOut = static_cast<std::size_t>(Count);
    In.Items.push_back({Declares.Loc, Other{"interface", In.Name, {}}});
    P.refuse(Declares.Loc, Declares.Loc, Why);
  }

  /// What has a number and is not called over a network is reserved.
  Item withCarried(const Item &I) const {
    const auto &O = std::get<Operation>(I.Is);
    if (find(O.Attrs, "local") || find(O.Attrs, "reserved") ||
        find(In.Attrs, "local") || In.Name == "IUnknown")
      return reserved(I.Loc, O.Name);
    Item Result = I;
    auto &Remote = std::get<Operation>(Result.Is);
    for (auto [Attribute, Prefix] : {std::pair{"propget", "get_"},
                                     {"propput", "put_"},
                                     {"propputref", "putref_"}})
      if (find(O.Attrs, Attribute))
        Remote.Name = Prefix + O.Name;
    remove(Remote.Attrs, "call_as");
    Remote.Parameters.insert(Remote.Parameters.begin(),
                             {carried(I.Loc, "in", "ORPCTHIS", "orpcthis"),
                              carried(I.Loc, "out", "ORPCTHAT", "orpcthat")});
    return Result;
  }

  bool isCalledAsAnother(const Operation &Local) const {
    return find(Local.Attrs, "local") &&
           std::ranges::any_of(In.Items, [&](const Item &I) {
             auto *O = std::get_if<Operation>(&I.Is);
             const Attribute *A = O ? find(O->Attrs, "call_as") : nullptr;
             return A && (A->Text == Local.Name ||
                          (!A->Arguments.empty() &&
                           A->Arguments.front().Text == Local.Name));
           });
  }

  /// A base may have an operation of the same name.
  void nameOnce(std::vector<Item> &Items) {
    std::set<std::string> Names;
    for (Item &I : Items) {
      if (!isOperation(I))
        continue;
      std::string &Name = std::get<Operation>(I.Is).Name;
      const std::string Before = Name;
      for (int N = 2; !Names.insert(Name).second; ++N)
        Name = Before + "_" + std::to_string(N);
      if (Name != Before)
        P.remark(I.Loc, "renamed",
                 "'" + In.Name + "' has another '" + Before +
                     "': this one is written as '" + Name + "'");
    }
  }

  Program &P;
  const Item &Declares;
  Interface &In;
};

} // namespace

void lowerObjectInterfaces(Program &P, Unit &U) {
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    auto *In = std::get_if<Interface>(&I.Is);
    if (In && In->IsDefined && isObject(*In))
      Lowerer(P, I, *In).run();
  });
}

} // namespace rpcgen::idl
