//===- Lock.cpp -----------------------------------------------------------===//

#include "lock/Lock.h"
#include "lock/Wire.h"
#include "model/Json.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>

using namespace rpcgen;

const Rule rpcgen::OpnumChanged = {
    "opnum-changed", Severity::Error,
    "operations stay as the clients of an older version know them", nullptr};

namespace {

bool isRemote(const Operation &O) { return !O.Local && O.Obstacles.empty(); }

std::string directionOf(const Parameter &P) {
  return !P.Dir.Out ? "[in]" : P.Dir.In ? "[in, out]" : "[out]";
}

/// All that travels for an operation, in order.
std::vector<WireStep> wireOf(const Model &M, const Operation &O) {
  std::vector<WireStep> All;
  auto Append = [&](std::vector<WireStep> More) {
    std::ranges::move(More, std::back_inserter(All));
  };
  for (const Parameter &P : O.Parameters) {
    if (P.T.K == Type::Kind::BindingHandle)
      continue;
    All.push_back({P.Name, directionOf(P), P.Loc});
    Append(wireOf(M, P.Name, P.T, P.Loc));
  }
  if (O.Return.K != Type::Kind::Void) {
    All.push_back({"", "a return value", O.Loc});
    Append(wireOf(M, "", O.Return, O.Loc));
  }
  return All;
}

class Comparison {
public:
  Comparison(const Model &Now, const Model &Before, Reporter &R)
      : Now(Now), Before(Before), R(R) {}

  void compare(const Interface &New, const Interface &Old) {
    for (const Operation &Was : Old.Operations) {
      if (!isRemote(Was))
        continue;
      auto Is = std::ranges::find_if(New.Operations, [&](const Operation &O) {
        return isRemote(O) && O.Opnum == Was.Opnum;
      });
      if (Is != New.Operations.end())
        compare(*Is, Was);
      else
        report(New.Loc, "operation " + std::to_string(Was.Opnum) + ", " +
                            quote(Was.Name) + ", is gone from " +
                            quote(New.Name));
    }
  }

private:
  void compare(const Operation &New, const Operation &Old) {
    const std::vector<WireStep> Is = wireOf(Now, New);
    const std::vector<WireStep> Was = wireOf(Before, Old);
    auto [A, B] =
        std::ranges::mismatch(Is, Was, {}, &WireStep::What, &WireStep::What);
    if (A == Is.end() && B == Was.end())
      return; // A new name changes nothing.
    if (New.Name != Old.Name)
      return report(New.Loc, "operation " + std::to_string(New.Opnum) +
                                 " was " + quote(Old.Name) + ", and is " +
                                 quote(New.Name) + " now");
    const std::string Of = " of " + quote(New.Name);
    if (A == Is.end())
      report(New.Loc, describe(*B) + Of + " was " + B->What +
                          ", and nothing travels there now");
    else if (B == Was.end())
      report(A->Loc, describe(*A) + Of + " is " + A->What +
                         ", and nothing travelled there before");
    else
      report(A->Loc,
             describe(*A) + Of + " is " + A->What + ", and was " + B->What);
  }

  static std::string describe(const WireStep &Step) {
    return Step.Path.empty() ? "the result" : quote(Step.Path);
  }

  void report(Location Loc, const std::string &What) {
    R.report(Loc, What + ": older clients and servers know it as it was")
        .note(Loc, "add another operation at the end, or give the interface a "
                   "new major version");
  }

  const Model &Now, &Before;
  Reporter &R;
};

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

std::vector<Finding> rpcgen::compareWithLock(const Model &Resolved,
                                             const Model &Locked) {
  std::vector<Finding> Findings;
  Reporter R(OpnumChanged.Name, OpnumChanged.Level, Findings);
  for (const Interface &Old : Locked.Interfaces)
    for (const Interface &New : Resolved.Interfaces)
      if (!New.Local && New.Uuid == Old.Uuid && New.Major == Old.Major)
        Comparison(Resolved, Locked, R).compare(New, Old);
  return Findings;
}
