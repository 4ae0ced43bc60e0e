//===- ByteCounts.cpp - byte_count ----------------------------------------===//

#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <functional>

using namespace rpcgen;

namespace {

/// Calls back with each pointer that has the attribute.
void forEachByteCount(
    const Model &M,
    const std::function<void(const Site &, const Attribute &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    if (const Attribute *A = find(At.Attributes, "byte_count");
        A && At.T.ByteCount)
      Visit(At, *A);
  });
}

void checkDirection(const Model &M, Reporter &R) {
  forEachByteCount(M, [&](const Site &At, const Attribute &A) {
    if (!At.isOutOnly())
      R.report(A.Loc,
               "byte_count gives the size of a buffer for results, and " +
                   describe(At) + " is not only [out]")
          .note(At.Loc, "make it [out], or drop byte_count");
  });
}

void checkSource(const Model &M, Reporter &R) {
  forEachByteCount(M, [&](const Site &At, const Attribute &A) {
    forEachPart(At, A.Name.c_str(), [&](const Expression &E) {
      const Parameter *Source = parameterNamed(At, E);
      if (Source && Source->Dir.Out)
        R.report(E.Loc, "the size in bytes of " + describe(At) + " is " +
                            quoteOperand(E) + ", and " + quote(E.Name) +
                            " is not only [in]")
            .note(Source->Loc, "the client has its buffer before the call: "
                               "make " +
                                   quote(E.Name) + " [in]");
    });
  });
}

void checkTarget(const Model &M, Reporter &R) {
  forEachByteCount(M, [&](const Site &At, const Attribute &A) {
    auto Report = [&](const std::string &Why) {
      R.report(A.Loc, "byte_count needs a pointer to a buffer, and " +
                          describe(At) + " " + Why);
    };
    const Type &Target = At.T.element();
    if (At.T.Reseatable)
      Report("is a pointer that the server sets");
    else if (isOpen(M, Target) && !findSize(At)) // which excludes byte_count
      Report("points to '" + display(Target) +
             "', whose size is not known before the call");
    else if (innermost(Target).Owns)
      Report("points to '" + display(innermost(Target)) +
             "', which owns memory outside of it");
  });
}

void checkNdr64(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &I, const Operation &O) {
    for (const Parameter &P : O.Parameters)
      if (const Attribute *A = find(P.Attributes, "byte_count");
          A && P.T.ByteCount)
        R.report(A->Loc, "NDR64 has no byte_count: " + quote(I.Name) +
                             " is offered in NDR20 only");
  });
}

} // namespace

const Rule rpcgen::ByteCountDirection = {
    "byte-count-direction", Severity::Error,
    "byte_count on a parameter that is not only [out]", checkDirection};

const Rule rpcgen::ByteCountNdr64 = {
    "byte-count-ndr64", Severity::Warning,
    "byte_count in an interface that offers NDR64", checkNdr64};

const Rule rpcgen::ByteCountSource = {
    "byte-count-source", Severity::Error,
    "a size of the caller's buffer that is not an [in] parameter", checkSource};

const Rule rpcgen::ByteCountTarget = {
    "byte-count-target", Severity::Error,
    "byte_count on an object of unknown size, or one that owns memory",
    checkTarget};
