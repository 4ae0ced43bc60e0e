//===- ThrowUnmapped.cpp --------------------------------------------------===//

#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

namespace rpcgen {

void bodies::checkThrowUnmapped(const Body &B, Reporter &R) {
  for (const Throw &T : B.Throws)
    if (!llvm::is_contained(T.Names, "rpc::error"))
      R.report(at(T.At), "an exception of type '" + T.Names.front() +
                             "' reaches the client only as a failed call")
          .note(B.O.Loc, "throw rpc::error with a status for the client");
}

} // namespace rpcgen
