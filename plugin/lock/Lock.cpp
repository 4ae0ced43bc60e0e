//===- Lock.cpp -----------------------------------------------------------===//

#include "lock/Lock.h"
#include "lock/Interfaces.h"
#include "model/Json.h"
#include "rules/Rules.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>
#include <utility>

using namespace rpcgen;

namespace {

/// What the peers of an interface may meet now: every minor version from its
/// own on; if all are older, the last of them. Of several descriptions of its
/// own version that with its name, if there is one.
std::vector<const Interface *> newerOf(const Interface &Old, const Model &M) {
  std::vector<const Interface *> Same, Newer;
  for (const Interface &I : M.Interfaces)
    if (I.Uuid == Old.Uuid && I.Major == Old.Major)
      Same.push_back(&I);
  auto IsItself = [&](const Interface *I) {
    return I->Minor == Old.Minor && I->Namespace == Old.Namespace;
  };
  const bool HasItself = std::ranges::any_of(Same, IsItself);
  for (const Interface *I : Same)
    if (I->Minor > Old.Minor ||
        (I->Minor == Old.Minor && (!HasItself || IsItself(I))))
      Newer.push_back(I);
  if (Newer.empty() && !Same.empty())
    Newer.push_back(*std::ranges::max_element(
        Same, {}, [](const Interface *I) { return I->Minor; }));
  return Newer;
}

} // namespace

std::string rpcgen::readLock(const std::string &Path,
                             std::vector<Model> &Into) {
  std::ifstream File(Path, std::ios::binary);
  if (!File)
    return "cannot read '" + Path + "'";
  try {
    Model Lock =
        fromJson(std::string(std::istreambuf_iterator<char>(File), {}));
    if (Lock.Interfaces.empty() && Lock.Serialized.empty())
      return "'" + Path + "' describes no interface";
    Into.push_back(std::move(Lock));
  } catch (const std::exception &Wrong) {
    return "'" + Path + "' is " + Wrong.what();
  }
  return "";
}

std::vector<Finding> rpcgen::compareWithLock(const wire::Forms &Resolved,
                                             const Model &Locked) {
  std::vector<Finding> Findings;
  Reporter R(OpnumChanged.Name, OpnumChanged.Level, Findings);
  Versions Both(Resolved, Locked, R);
  for (const Interface &Old : Locked.Interfaces)
    if (!Old.Local)
      for (const Interface *New : newerOf(Old, Resolved.M))
        Both.compare(*New, Old);
  for (const SerializedType &Old : Locked.Serialized)
    for (const SerializedType &New : Resolved.M.Serialized)
      if (New.Name == Old.Name && New.DefinedIn == Old.DefinedIn)
        Both.compare(New, Old);
  return Findings;
}
