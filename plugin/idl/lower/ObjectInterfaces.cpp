//===- ObjectInterfaces.cpp - object-interface ----------------------------===//
//
// Their types are kept, and their operations are not: they are called through
// interface pointers.
//
//===----------------------------------------------------------------------===//

#include "idl/lower/Lower.h"

#include <algorithm>
#include <functional>

namespace rpcgen::idl {

void lowerObjectInterfaces(Program &P, Unit &U) {
  std::function<void(std::vector<Item> &)> Lower = [&](auto &Items) {
    for (Item &I : Items) {
      if (auto *O = std::get_if<Other>(&I.Is))
        Lower(O->Items);
      auto *In = std::get_if<Interface>(&I.Is);
      if (!In || !In->IsDefined || !isObject(*In))
        continue;
      auto IsOperation = [](const Item &Inner) {
        return std::holds_alternative<Operation>(Inner.Is);
      };
      std::size_t Count = std::ranges::count_if(In->Items, IsOperation);
      std::erase_if(In->Items, IsOperation);
      if (Count == 0)
        continue;
      In->LeftOut = Count;
      In->Items.push_back({I.Loc, Other{"interface", In->Name, {}}});
      if (!U.Ships)
        P.refuse(I.Loc, I.Loc,
                 "the operations of object interfaces are not supported");
    }
  };
  Lower(U.Tree.Items);
}

} // namespace rpcgen::idl
