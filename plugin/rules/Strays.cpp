//===- Strays.cpp - attributes that nothing reads -------------------------===//

#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

/// Why it is no operation, as a sentence.
std::string explain(const Stray &S) {
  switch (S.K) {
  case Stray::Kind::Nested:
    break; // a rule of its own
  case Stray::Kind::Free:
    return quote(S.Name) + " is in no interface";
  case Stray::Kind::Member:
    return quote(S.Name) + " is a member function, and no operation";
  case Stray::Kind::Friend:
    return quote(S.Name) + " is declared as a friend, and no operation";
  case Stray::Kind::Block:
    return quote(S.Name) + " is declared in a function, and in no interface";
  case Stray::Kind::Lambda:
    return "a lambda is not an operation";
  case Stray::Kind::FunctionType:
    return quote(S.Name) + " is a parameter of a type, and of no operation";
  case Stray::Kind::AliasTemplate:
    return quote(S.Name) + " is an alias template; write it on an alias of "
                           "each type";
  }
  return "";
}

void checkEffect(const Model &M, Reporter &R) {
  for (const Stray &S : M.Strays)
    if (S.K != Stray::Kind::Nested)
      R.report(S.Loc,
               "'rpc::" + S.Attribute + "' has no effect: " + explain(S));
}

void checkNested(const Model &M, Reporter &R) {
  for (const Stray &S : M.Strays)
    if (S.K == Stray::Kind::Nested)
      R.report(S.Loc, quote(S.Name) + " is in a namespace inside interface " +
                          quote(S.Interface) + ", and no operation of it")
          .note(S.Loc, "declare it in " + quote(S.Interface) +
                           " itself, or write '[[rpc::local]]' before it");
}

} // namespace

const Rule rpcgen::AttributeNoEffect = {
    "attribute-no-effect", Severity::Warning,
    "an attribute on a declaration that no interface reads", checkEffect};

const Rule rpcgen::OperationNested = {
    "operation-nested", Severity::Error,
    "a function in a namespace inside an interface", checkNested};
