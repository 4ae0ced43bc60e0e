//===- Unions.cpp ---------------------------------------------------------===//

#include "rules/support/Unions.h"

#include <algorithm>

using namespace rpcgen;

namespace {

bool hasArray(const Type &T) {
  bool Found = false;
  forEachLevel(
      T, [&](const Type &Level) { Found |= Level.K == Type::Kind::Array; });
  return Found;
}

} // namespace

bool rpcgen::lacksSwitch(const Site &At) {
  const Type &T = innermost(At.T);
  // return-union, union-array, union-in-union and union-switch have more
  // to say.
  bool Elsewhere = At.K == Site::Kind::Result || hasArray(At.T) ||
                   (At.K == Site::Kind::Arm && At.T.K == Type::Kind::Union) ||
                   (At.S && At.S->Encapsulated);
  return T.K == Type::Kind::Union && !T.Discriminant && !Elsewhere &&
         !find(At.Attributes, Attribute::SwitchIs);
}

bool rpcgen::isPlain(const Model &M, const Union &U) {
  bool SaysNothing =
      !U.Tag && U.Attributes.empty() &&
      std::ranges::none_of(U.Arms, [](const Arm &A) {
        return find(A.F.Attributes, Attribute::Case) || A.Default;
      });
  bool Reported = false;
  if (SaysNothing)
    forEachSite(M, [&](const Site &At) {
      Reported |=
          lacksSwitch(At) && &M.Unions[innermost(At.T).Definition] == &U;
    });
  return Reported;
}
