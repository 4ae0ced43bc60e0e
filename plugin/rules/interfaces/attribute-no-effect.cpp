#include "model/AttributeTable.h"
#include "rules/Rule.h"

#include <set>

using namespace rpcgen;

/// Why it is no operation, as a sentence.
static std::string explain(const Stray &S) {
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

/// Why the attribute changes nothing there, as the end of a sentence; "" where
/// it has an effect, or rules of its own.
static std::string whyIdle(const Attribute &A, const Type &T) {
  bool Handle = false, Unchecked = false;
  forEachLevel(T, [&](const Type &Level) {
    Handle |= Level.K == Type::Kind::ContextHandle;
    Unchecked |= Level.Unchecked;
  });
  if (A.K == Attribute::DisableConsistencyCheck)
    return Unchecked ? "" : "has no size";
  if (A.K == Attribute::ContextHandleSerialize ||
      A.K == Attribute::ContextHandleNoserialize)
    return Handle ? "" : "is not a context handle";
  return "";
}

static void checkStray(const Stray &S, ModelReporter &R) {
  if (S.K != Stray::Kind::Nested)
    R.report(S.Loc, "'rpc::" + S.Attribute + "' has no effect: " + explain(S));
}

/// A local interface has neither calls nor versions.
static void checkLocal(const Interface &I, ModelReporter &R) {
  constexpr AttributeSet OfCalls = {Attribute::Protection, Attribute::Since};
  if (!I.Local)
    return;
  for (const Operation &O : I.Operations)
    for (const Attribute &A : O.Attributes)
      if (OfCalls.contains(A.K))
        R.report(A.Loc, "'rpc::" + nameOf(A.K) + "' has no effect: interface " +
                            quote(I.Name) + " is local");
}

static void checkAll(const Model &M, ModelReporter &R) {
  for (const Interface &I : M.Interfaces)
    checkLocal(I, R);
  std::set<std::uint32_t> Reported; // an alias has many uses
  forEachSite(M, [&](const Site &At) {
    auto Check = [&](const AttributeList &Attributes) {
      for (const Attribute &A : Attributes)
        if (std::string Why = whyIdle(A, At.T);
            !Why.empty() && Reported.insert(A.Loc.Raw).second)
          R.report(A.Loc, "'rpc::" + nameOf(A.K) +
                              "' has no effect: " + describe(At) + " " + Why);
    };
    if (At.K != Site::Kind::Result) // those of all parameters
      Check(At.Attributes);
    forEachLevel(At.T,
                 [&](const Type &Level) { Check(Level.AliasAttributes); });
  });
}

DEFINE_RULE(AttributeNoEffect) = {
    "attribute-no-effect", Severity::Warning,
    "an attribute on a declaration that no interface reads", checkStray,
    checkAll};
