//===- SizeSource.cpp - where the value of a size comes from --------------===//

#include "rules/Expressions.h"
#include "rules/NullOperands.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <string>
#include <vector>

using namespace rpcgen;

namespace {

void checkFromUnique(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachCount(At, [&](const CountAttribute &A, const Expression &Count) {
      forEachUnaskedNull(At, Count, [&](const Expression &E) {
        R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                            " is " + quoteOperand(E) + ", and " +
                            quote(E.Name) +
                            " may be null; a call with one and without the "
                            "other fails")
            .note(E.Loc, "write " + withNullTest(E) +
                             " if a null pointer is to count as 0");
      });
    });
  });
}

/// An [in] array is sent before the server has answered. Of one that is only
/// [out], the server allocates what [ref] pointers lead to before the call.
void collectSizesNeededBeforeCall(const Site &At,
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
std::string withGap(const Attribute &SizeIs) {
  std::string Text = display(SizeIs);
  return Text.insert(Text.find('(') + 1, ", ");
}

void checkFromOut(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
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
          Report.note(At.Loc, "or let the server allocate it: '" +
                                  display(At.T) + "*" + At.Name + "' with " +
                                  withGap(*findSize(At)));
      });
  });
}

/// What the client is to send, it must know.
void checkLengthFromOut(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.P || !At.P->Dir.In)
      return;
    for (const char *Attribute : {"length_is", "first_is", "last_is"})
      forEachPart(At, Attribute, [&](const Expression &E) {
        if (const Parameter *Source = outOnlyParameter(At, E))
          R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                              " comes from " + quote(E.Name) +
                              ", which is only [out], and is not known when "
                              "the request is sent")
              .note(Source->Loc, "make " + quote(E.Name) + " [in, out]");
      });
  });
}

} // namespace

const Rule rpcgen::LengthInFromOut = {
    "length-in-from-out", Severity::Error,
    "the length of an [in] array that is only known after the call",
    checkLengthFromOut};

const Rule rpcgen::SizeFromUnique = {
    "size-from-unique", Severity::Warning,
    "a size that is read through a pointer that may be null", checkFromUnique};

const Rule rpcgen::SizeFromOut = {
    "size-from-out", Severity::Error,
    "the size of an array that is only known after the call", checkFromOut};
