//===- Unset.cpp - pointers of results that lead nowhere ------------------===//

#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Outputs.h"
#include "bodies/implementations/Rules.h"

#include <set>

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the value that is returned says that the call failed.
bool isFailure(const Exit &E) {
  return E.Returned.must(
      [](const Value &V) { return V.K == Value::Kind::Number && V.N != 0; });
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
    const Expr *Made = nullptr;
    for (const Output &O : outputsAt(B, E)) {
      if (!O.Holder || !O.What.must(Value::Kind::Uninitialized) ||
          !Known.insert(O.Holder).second)
        continue;
      Several |= !Names.empty();
      Names += (Names.empty() ? "'" : ", '") + B.nameOf(O.Holder) + "'";
      Made = O.Holder->root()->E;
    }
    if (Names.empty())
      continue;
    auto Report =
        R.report(at(E.At), Failures ? "the call fails with " + Names +
                                          " unset in what it returns"
                                    : Names + (Several ? " are" : " is") +
                                          " unset in what the call returns");
    if (Made)
      Report.note(at(Made), "allocated here; rpc::allocate<T>() returns zeroed "
                            "memory");
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
          O.T->Class != PointerClass::Ref || !O.What.must(Value::Kind::Null))
        continue;
      if (Reported.insert(O.Holder).second)
        R.report(at(E.At), "the call returns with the [ref] pointer " +
                               describe(B, O.Holder) +
                               " null, which ends it with a fault");
    }
}

} // namespace rpcgen
