//===- Describe.cpp -------------------------------------------------------===//

#include "bodies/implementations/Describe.h"

namespace rpcgen {

std::string describe(const Parameter &P) {
  const char *Direction = P.Dir.In && P.Dir.Out ? "[in, out]"
                          : P.Dir.Out           ? "[out]"
                                                : "[in]";
  return std::string(Direction) + " parameter '" + P.Name + "'";
}

std::string describe(const Body &B, const Region *R) {
  const Parameter *P = B.parameterOf(R);
  if (!P)
    return "'" + B.nameOf(R) + "'";
  // The implementation need not name it.
  bool IsReferent = R->Holder && R->Holder->K == Region::Kind::Variable &&
                    R->Holder->T->isReferenceType();
  if (R->K == Region::Kind::Variable || IsReferent)
    return describe(*P);
  return "'" + B.nameOf(R) + "' of " + describe(*P);
}

} // namespace rpcgen
