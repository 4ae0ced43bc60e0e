//===- ContextCalls.cpp - what calls do with context handles --------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace rpcgen;

namespace {

bool isHandle(const Type &T) { return T.K == Type::Kind::ContextHandle; }

void checkOut(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.P && At.P->Dir.Out && isHandle(At.T))
      R.report(At.Loc, describe(At) + " is a context handle by value, and the "
                                      "server has nowhere to put a new one")
          .note(At.Loc, "write '" + display(At.T) + " *" + At.Name + "'");
  });
}

void checkReturned(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.K == Site::Kind::Result && At.T.K == Type::Kind::Pointer &&
        isHandle(At.T.element()))
      R.report(At.Loc, describe(At) + " is a pointer to a context handle")
          .note(At.Loc,
                "return the handle itself: '" + display(At.T.element()) + "'");
  });
}

/// A parameter whose handle the server may replace, and end.
bool isReplaceable(const Parameter &P) {
  return P.Dir.In && P.Dir.Out && P.T.K == Type::Kind::Pointer &&
         isHandle(P.T.element());
}

void checkNoClose(const Model &M, Reporter &R) {
  std::map<std::string, const Attribute *> Opened;
  std::set<std::string> Closed;
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (!isHandle(T))
      return;
    if (!T.Context.empty())
      Opened[T.Context] = find(T.AliasAttributes, "context_handle");
    if (At.P && isReplaceable(*At.P))
      Closed.insert(T.Context);
  });
  const bool All = Closed.contains(""); // [in, out] void ** takes any handle
  for (const auto &[Context, Alias] : Opened)
    if (Alias && !All && !Closed.contains(Context))
      R.report(Alias->Loc, "a client cannot end a " + quote(Context) +
                               ": no operation has one as [in, out]")
          .note(Alias->Loc, "declare one that takes an [in, out] pointer to "
                            "it, and sets it to null");
}

void checkMayBeNull(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    auto Binds = [](const Parameter &P) {
      return P.T.K == Type::Kind::BindingHandle ||
             (P.Dir.In && !P.Dir.Out && isHandle(innermost(P.T)));
    };
    auto Only = std::ranges::find_if(O.Parameters, isReplaceable);
    if (Only != O.Parameters.end() && std::ranges::none_of(O.Parameters, Binds))
      R.report(Only->Loc, "if " + quote(Only->Name) +
                              " is null, nothing in the call names a server")
          .note(Only->Loc, "add a parameter 'rpc::handle_t'");
  });
}

void checkNotStrict(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces) {
    std::set<std::string> Contexts;
    for (const Operation &O : I.Operations)
      for (const Parameter &P : O.Parameters)
        if (isHandle(innermost(P.T)) && !I.Local && !O.Local)
          Contexts.insert(innermost(P.T).Context);
    if (Contexts.size() > 1 &&
        !find(I.Attributes, "type_strict_context_handle"))
      R.report(I.Loc, "interface " + quote(I.Name) +
                          " has context handles of several types, and servers "
                          "built by MIDL take one for another")
          .note(I.Loc, "add 'rpc::type_strict_context_handle'");
  }
}

} // namespace

const Rule rpcgen::CtxOutNeedsDouble = {
    "ctx-out-needs-double", Severity::Error,
    "an [out] context handle that is not passed by pointer", checkOut};

const Rule rpcgen::CtxReturnPointer = {
    "ctx-return-pointer", Severity::Error,
    "an operation that returns a pointer to a context handle", checkReturned};

const Rule rpcgen::CtxNoClose = {"ctx-no-close", Severity::Warning,
                                 "a context handle that no operation can end",
                                 checkNoClose};

const Rule rpcgen::CtxInoutMayBeNull = {
    "ctx-inout-may-be-null", Severity::Off,
    "an operation whose only binding is a context handle that may be null",
    checkMayBeNull};

const Rule rpcgen::CtxNotStrict = {
    "ctx-not-strict", Severity::Off,
    "several types of context handles without strict_context_handle",
    checkNotStrict};
