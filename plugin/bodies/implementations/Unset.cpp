//===- Unset.cpp - pointers of results that lead nowhere ------------------===//

#include "bodies/Path.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Outputs.h"
#include "bodies/implementations/Rules.h"

#include <set>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// Whether the value that is returned says that the call failed.
bool isFailure(const Exit &E) {
  return E.Returned.must(
      [](const Value &V) { return V.K == Kind::Number && V.N != 0; });
}

/// The ways to the end on which the pointer is something else.
std::vector<const Way *> waysWithout(const Body &B, const Region *Holder,
                                     Kind K) {
  return waysOfExits(B, [&](const Exit &E) {
    return llvm::none_of(outputsAt(B, E), [&](const Output &O) {
      return O.Holder == Holder && O.What.must(K);
    });
  });
}

/// Reports the pointers in memory that the implementation has allocated and
/// not set, where it returns.
void reportUninitialized(const Body &B, Reporter &R, bool Failures) {
  std::set<const Region *> Known;
  for (const Exit &E : B.Exits) {
    if (isFailure(E) != Failures)
      continue;
    std::string Names;
    bool Several = false;
    const Region *Last = nullptr;
    for (const Output &O : outputsAt(B, E)) {
      if (!O.Holder || !O.What.must(Kind::Uninitialized) ||
          !Known.insert(O.Holder).second)
        continue;
      Several |= !Names.empty();
      Names += (Names.empty() ? "'" : ", '") + B.nameOf(O.Holder) + "'";
      Last = O.Holder;
    }
    if (Names.empty())
      continue;
    auto Report =
        R.report(at(E.At), Failures ? "the call fails with " + Names +
                                          " unset in what it returns"
                                    : Names + (Several ? " are" : " is") +
                                          " unset in what the call returns");
    if (const Expr *Made = Last->root()->E)
      Report.note(at(Made), "allocated here; rpc::allocate<T>() returns zeroed "
                            "memory");
    PathNotes(B, at(E.At))
        .taken(E.After.Facts, waysWithout(B, Last, Kind::Uninitialized))
        .addTo(Report);
  }
}

} // namespace

void bodies::checkFailureInconsistent(const Body &B, Reporter &R) {
  reportUninitialized(B, R, true);
}

void bodies::checkUninitOutPointer(const Body &B, Reporter &R) {
  reportUninitialized(B, R, false);
}

void bodies::checkUnsetOutRef(const Body &B, Reporter &R) {
  std::set<const Region *> Reported;
  for (const Exit &E : B.Exits)
    for (const Output &O : outputsAt(B, E)) {
      if (!O.Holder || O.Holder->parameter() ||
          O.T->Class != PointerClass::Ref || !O.What.must(Kind::Null))
        continue;
      if (Reported.insert(O.Holder).second)
        PathNotes(B, at(E.At))
            .taken(E.After.Facts, waysWithout(B, O.Holder, Kind::Null))
            .addTo(R.report(at(E.At), "the call returns with the [ref] "
                                      "pointer " +
                                          describe(B, O.Holder) +
                                          " null, which ends it with a "
                                          "fault"));
    }
}

} // namespace rpcgen
