//===- Operations.cpp - which functions can be operations -----------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

using namespace rpcgen;

namespace {

void checkOverload(const Model &M, Reporter &R) {
  std::map<std::pair<const Interface *, std::string>, const Operation *> Seen;
  forEachOperation(M, [&](const Interface &I, const Operation &O) {
    auto [First, IsNew] = Seen.emplace(std::pair(&I, O.Name), &O);
    if (!IsNew)
      R.report(O.Loc, "operation " + quote(O.Name) +
                          " is overloaded, and "
                          "operations need a name "
                          "each")
          .note(First->second->Loc, "the first one is declared here");
  });
}

/// The end of a sentence that begins with the name of the function.
const char *describe(Unreachable Why) {
  switch (Why) {
  case Unreachable::Variadic:
    break; // a rule of its own
  case Unreachable::Deleted:
    return "is deleted";
  case Unreachable::Inline:
    return "is inline";
  case Unreachable::Consteval:
    return "is consteval";
  case Unreachable::Template:
    return "is a template";
  case Unreachable::Coroutine:
    return "is a coroutine";
  case Unreachable::Operator:
    return "is an operator";
  case Unreachable::Static:
    return "is static";
  }
  return "";
}

void checkUnreachable(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (Unreachable Why : O.Obstacles)
      if (Why != Unreachable::Variadic)
        R.report(O.Loc, quote(O.Name) + " " + describe(Why) +
                            " and cannot be called from elsewhere")
            .note(O.Loc, "write '[[rpc::local]]' before it to keep it out of "
                         "the interface");
  });
}

void checkVarargs(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    if (std::ranges::count(O.Obstacles, Unreachable::Variadic))
      R.report(O.Loc, quote(O.Name) + " takes '...', and nothing says what "
                                      "would travel")
          .note(O.Loc, "pass an array with size_is");
  });
}

void checkRedeclarations(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    for (const Operation &O : I.Operations)
      for (Location Loc : O.Contradictions)
        R.report(Loc, quote(O.Name) +
                          " is declared again with other attributes, and these "
                          "are ignored")
            .note(O.Loc, "the attributes of this declaration hold");
}

void checkDefaults(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (const Parameter &P : O.Parameters)
      if (P.HasDefault)
        R.report(P.Loc, "the default argument of " + quote(P.Name) +
                            " is dropped: clients have to pass one")
            .note(P.Loc, "leave it out, and write a function that calls the "
                         "client with it");
  });
}

} // namespace

const Rule rpcgen::DefaultArgument = {
    "default-argument", Severity::Warning,
    "a default argument, which stubs do not have", checkDefaults};

const Rule rpcgen::RedeclarationConflict = {
    "redeclaration-conflict", Severity::Error,
    "an operation, or a local function, that is declared again with other "
    "attributes",
    checkRedeclarations};

const Rule rpcgen::OpnumOverload = {"opnum-overload", Severity::Error,
                                    "several operations of the same name",
                                    checkOverload};

const Rule rpcgen::OpnumUnreachable = {
    "opnum-unreachable", Severity::Error,
    "an operation that cannot be defined elsewhere", checkUnreachable};

const Rule rpcgen::Varargs = {"varargs", Severity::Error,
                              "an operation with '...'", checkVarargs};
