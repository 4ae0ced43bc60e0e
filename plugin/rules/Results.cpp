//===- Results.cpp - what an operation may return -------------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkRefPointer(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.K != Site::Kind::Result || At.T.K != Type::Kind::Pointer ||
        At.T.Class != PointerClass::Ref)
      return;
    auto Report = R.report(
        At.Loc, describe(At) + " is newly allocated and cannot be [ref]");
    if (const Attribute *Ref = find(At.Attributes, "ref"))
      Report.replaceToken(Ref->Loc, "unique");
  });
}

void checkUnion(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (At.K == Site::Kind::Result && T.K == Type::Kind::Union)
      R.report(At.Loc, describe(At) + " is a union without a discriminant")
          .note(At.Loc, "return it through an [out] parameter with switch_is, "
                        "or in a struct together with its discriminant");
  });
}

void checkConformant(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.K == Site::Kind::Result && isOpen(M, At.T))
      R.report(At.Loc, describe(At) + " has no fixed size")
          .note(At.Loc, "return a pointer, '" + display(At.T) +
                            " *', or use an [out] parameter '" + display(At.T) +
                            " **'");
  });
}

void checkConst(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.K != Site::Kind::Result || !At.T.Const)
      return;
    auto Report = R.report(
        At.T.Loc, describe(At) + " is a copy, and const says nothing of it");
    // That of a pointer is not written before the name of the type.
    if (At.T.K != Type::Kind::Pointer)
      Report.removeConst(At.T.Loc);
  });
}

void checkUnowned(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.K == Site::Kind::Result && At.T.K == Type::Kind::Pointer)
      R.report(At.Loc, describe(At) + " belongs to the client, which has to "
                                      "release it")
          .note(At.Loc, "document that it ends with 'rpc::free', or return an "
                        "object that owns its memory");
  });
}

} // namespace

const Rule rpcgen::ReturnRefPointer = {"return-ref-pointer", Severity::Error,
                                       "a returned pointer that is [ref]",
                                       checkRefPointer};

const Rule rpcgen::ReturnUnion = {"return-union", Severity::Error,
                                  "a returned union, which has no discriminant",
                                  checkUnion};

const Rule rpcgen::ReturnConformant = {
    "return-conformant", Severity::Error,
    "a returned structure that ends in an open array", checkConformant};

const Rule rpcgen::ReturnConst = {"return-const", Severity::Warning,
                                  "a returned value that is const", checkConst};

const Rule rpcgen::ReturnPointerUnowned = {
    "return-pointer-unowned", Severity::Off,
    "a returned pointer that does not own its pointee", checkUnowned};
