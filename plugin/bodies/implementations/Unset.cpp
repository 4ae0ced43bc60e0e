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

/// "a, b and c"
std::string enumerated(const std::vector<std::string> &Names) {
  std::string Text;
  for (std::size_t I = 0; I < Names.size(); ++I)
    Text += (I == 0 ? "" : I + 1 == Names.size() ? " and " : ", ") + Names[I];
  return Text;
}

/// Reports the pointers in memory that the implementation has allocated and
/// not set, where it returns.
void reportUninitialized(const Body &B, Reporter &R, bool Failures) {
  std::set<const Region *> Known;
  for (const Exit &E : B.Exits) {
    if (isFailure(E) != Failures)
      continue;
    std::vector<std::string> Unset;
    const Region *Last = nullptr;
    for (const Output &O : outputsAt(B, E)) {
      if (!O.Holder || !O.What.must(Kind::Uninitialized) ||
          !Known.insert(O.Holder).second)
        continue;
      // Objects that were allocated in turn have the same names.
      if (std::string Name = "'" + B.nameOf(O.Holder) + "'";
          !llvm::is_contained(Unset, Name))
        Unset.push_back(std::move(Name));
      Last = O.Holder;
    }
    if (Unset.empty())
      continue;
    const std::string Names = enumerated(Unset);
    auto Report = R.report(
        at(E.At),
        Failures ? "the call fails with " + Names + " unset in what it returns"
                 : Names + (Unset.size() > 1 ? " are" : " is") +
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
