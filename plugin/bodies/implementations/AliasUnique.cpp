//===- AliasUnique.cpp ----------------------------------------------------===//

#include "bodies/Places.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Outputs.h"
#include "bodies/implementations/Rules.h"

#include <map>
#include <optional>
#include <set>

using namespace clang;

namespace rpcgen {
namespace {

/// The number in 'a[number]'; nothing if it is something else.
std::optional<std::int64_t> indexOf(const Expr *Where,
                                    const ASTContext &Context) {
  const auto *Element =
      Where ? dyn_cast<ArraySubscriptExpr>(Where->IgnoreParenImpCasts())
            : nullptr;
  Expr::EvalResult Index;
  if (!Element || Element->getIdx()->isValueDependent() ||
      !Element->getIdx()->EvaluateAsInt(Index, Context))
    return std::nullopt;
  return Index.Val.getInt().getExtValue();
}

/// The elements of an array are one, so what goes into two of them is found
/// where it is stored. Of what was allocated in the same place more than once,
/// they may have one each.
void reportElements(const Body &B, const Output &O, Reporter &R,
                    std::set<std::uint32_t> &Reported) {
  std::map<const Region *, const Store *> First;
  for (const Store &S : B.Stores) {
    const Value To = S.New.only();
    const auto Index = indexOf(S.Where, B.context());
    if (S.To != O.Holder || !Index || To.K != Value::Kind::Address ||
        To.R->K != Region::Kind::Allocation ||
        !O.What.may([&](const Value &V) { return V.R == To.R; }) ||
        O.What.may([&](const Value &V) {
          return V.R && V.R->K == Region::Kind::Earlier && V.R->E == To.R->E;
        }))
      continue;
    const Store *&Other = First[To.R];
    if (!Other)
      Other = &S;
    else if (indexOf(Other->Where, B.context()) != Index &&
             Reported.insert(at(S.Where).Raw).second)
      R.report(at(S.Where), "this element points to the same object as another "
                            "one, and the client gets two")
          .note(at(Other->Where),
                "only [ptr] pointers may point to the same object");
  }
}

} // namespace

void bodies::checkAliasUnique(const Body &B, Reporter &R) {
  std::set<std::uint32_t> Reported;
  for (const Exit &E : B.Exits) {
    std::map<const Region *, const Output *> Leads;
    const std::vector<Output> Outputs = outputsAt(B, E);
    for (const Output &O : Outputs) {
      if (O.Holder && O.T->Class != PointerClass::Full)
        reportElements(B, O, R, Reported);
      Value To = O.What.without(Value::Kind::Null).only();
      if (To.K != Value::Kind::Address || O.T->Class == PointerClass::Full ||
          To.R->isMany() || B.Indexed.contains(To.R))
        continue;
      const Output *&Other = Leads[To.R];
      if (!Other) {
        Other = &O;
        continue;
      }
      // Where it is not known which of the two was set, both may be null.
      if (O.What.may(Value::Kind::Null) && Other->What.may(Value::Kind::Null))
        continue;
      Location Here = originOf(B, E, O, To), There = originOf(B, E, *Other, To);
      // Through a reference to one of them, or a pointer, one store goes to
      // one.
      if (Here.Raw == There.Raw && Here.Raw != at(E.At).Raw)
        continue;
      const Output *Second = &O, *First = Other;
      if (Here.Raw < There.Raw) {
        std::swap(Here, There);
        std::swap(Second, First);
      }
      if (Reported.insert(Here.Raw).second)
        R.report(Here, describe(B, *Second) + " points to the same object as " +
                           describe(B, *First) + ", and the client gets two")
            .note(There, "only [ptr] pointers may point to the same object");
    }
  }
}

} // namespace rpcgen
