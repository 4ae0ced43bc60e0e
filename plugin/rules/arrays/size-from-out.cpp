#include "rules/Rule.h"
#include "rules/support/Expressions.h"

#include <vector>

using namespace rpcgen;

/// An [in] array is sent before the server has answered. Of one that is only
/// [out], the server allocates the pointees of [ref] pointers before the call.
static void collectSizesNeededBeforeCall(const Site &At,
                                         std::vector<Expression> &Sizes) {
  auto Collect = [&](const Type &Level) {
    if (Level.Size)
      Sizes.push_back(*Level.Size);
  };
  if (At.P->Dir.In)
    forEachLevel(At.T, Collect);
  else
    forEachRefLevel(At.T, Collect);
}

/// The same sizes one level further inwards: "size_is(, *n)".
static std::string withGap(const Attribute &SizeIs) {
  std::string Text = display(SizeIs);
  return Text.insert(Text.find('(') + 1, ", ");
}

static void check(const Site &At, ModelReporter &R) {
  if (!At.P)
    return;
  std::vector<Expression> Sizes;
  collectSizesNeededBeforeCall(At, Sizes);
  for (const Expression &Size : Sizes)
    forEachPart(Size, [&](const Expression &E) {
      const Parameter *Source = outOnlyParameter(At, E);
      if (!Source)
        return;
      auto Report = R.report(E.Loc, "the size of " + describe(At) +
                                        " comes from " + quote(E.Name) +
                                        ", which is only [out], and "
                                        "is not known before the call");
      Report.note(Source->Loc, "make " + quote(E.Name) + " [in, out]");
      if (At.isOutOnly())
        Report.note(At.Loc, "or let the server allocate it: '" + display(At.T) +
                                "*" + At.Name + "' with " +
                                withGap(*findSize(At)));
    });
}

DEFINE_RULE(SizeFromOut) = {
    "size-from-out", Severity::Error,
    "the size of an array that is only known after the call", check};
