//===- Handles.cpp - implicit handles -------------------------------------===//
//
// "implicit_handle(handle_t h)" says the type of a variable too, which can be
// no other one.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerHandles(Program &, Unit &U) {
  forEachItem(U.Tree.Items, [](Item &I, Interface *) {
    if (auto *In = std::get_if<Interface>(&I.Is))
      for (Attribute &A : In->Attrs)
        if (A.Name == "implicit_handle")
          A.Text = A.Text.substr(A.Text.find_last_of(" *") + 1);
  });
}

} // namespace rpcgen::idl
