//===- UnnamedMembers.cpp - unnamed-member --------------------------------===//
//
// A structure or union in another one needs a name to be passed by.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <set>

namespace rpcgen::idl {
namespace {

std::string freeName(const std::string &Base,
                     const std::set<std::string> &Taken) {
  std::string Result = Base;
  for (int N = 2; Taken.count(Result); ++N)
    Result = Base + std::to_string(N);
  return Result;
}

} // namespace

void lowerUnnamedMembers(Program &P, Unit &U) {
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    forEachDefinition(I, [&](Type &T) {
      std::set<std::string> Taken;
      for (const Variable &V : T.Defined->Fields)
        Taken.insert(V.Name);
      std::set<std::string> Seen; // Samba's arms may have one name
      for (Variable &V : T.Defined->Fields) {
        if (V.T && !V.Name.empty() && T.K == Type::Kind::Union &&
            !Seen.insert(V.Name).second) {
          const std::string Name = freeName(V.Name + "_", Taken);
          P.remark(V.Loc, "renamed",
                   "another arm is called '" + V.Name +
                       "': this one is written as '" + Name + "'");
          V.Name = Name;
          Taken.insert(Name);
        }
        if (!V.T || !V.Name.empty())
          continue;
        V.Name = freeName(V.T->K == Type::Kind::Union ? "u" : "s", Taken);
        Taken.insert(V.Name);
        P.remark(V.Loc, "unnamed-member",
                 "an unnamed member is called '" + V.Name + "'");
      }
    });
  });
}

void lowerUnnamedParameters(Program &P, Unit &U) {
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    auto *O = std::get_if<Operation>(&I.Is);
    for (std::size_t N = 0; O && N < O->Parameters.size(); ++N) {
      Variable &V = O->Parameters[N];
      if (!V.Name.empty())
        continue;
      V.Name = "argument" + std::to_string(N + 1);
      P.remark(V.Loc, "unnamed-parameter",
               "an unnamed parameter is called '" + V.Name + "'");
    }
  });
}

} // namespace rpcgen::idl
