//===- BindingHandles.cpp - where a handle_t may stand --------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

bool isHandle(const Type &T) { return T.K == Type::Kind::BindingHandle; }

void checkEmbedded(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (isHandle(innermost(At.T)) && !At.P)
      R.report(At.Loc, describe(At) + " is a binding handle, which must be a "
                                      "parameter: it does not travel");
  });
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    auto IsHandle = [](const Parameter &P) { return isHandle(P.T); };
    auto First = std::ranges::find_if(O.Parameters, IsHandle);
    if (First == O.Parameters.end())
      return;
    auto Second = std::find_if(First + 1, O.Parameters.end(), IsHandle);
    if (Second != O.Parameters.end())
      R.report(Second->Loc, "a call goes to one server, and " +
                                quote(First->Name) + " names it already");
  });
}

void checkPointerClass(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.P && isHandle(innermost(At.T)) && (!isHandle(At.T) || At.P->Dir.Out))
      R.report(At.Loc, describe(At) + " must be an [in] 'rpc::handle_t' by "
                                      "value: it does not travel")
          .note(At.Loc, "write 'rpc::handle_t " + At.Name + "'");
  });
}

void checkImplicit(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    if (const Attribute *A = find(I.Attributes, "implicit_handle");
        A && I.ImplicitHandle.empty())
      R.report(A->Loc, quote(A->Words.front()) + " is not a variable of type "
                                                 "'rpc::handle_t'")
          .note(A->Loc,
                "declare it before the interface, 'extern rpc::handle_t h'");
}

void checkNotFirst(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (const Parameter &P : O.Parameters)
      if (isHandle(P.T) && &P != &O.Parameters.front())
        R.report(P.Loc, quote(P.Name) + " follows other parameters, and "
                                        "DCE takes a binding handle in the "
                                        "first place only")
            .note(O.Parameters.front().Loc, "declare it before this one");
  });
}

void checkNoBinding(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &I, const Operation &O) {
    auto Binds = [](const Parameter &P) {
      return isHandle(P.T) ||
             (P.Dir.In && innermost(P.T).K == Type::Kind::ContextHandle);
    };
    if (!find(I.Attributes, "implicit_handle") &&
        std::ranges::none_of(O.Parameters, Binds))
      R.report(O.Loc, "nothing in " + quote(O.Name) +
                          " names the server, "
                          "which compilers of IDL "
                          "ask for")
          .note(O.Loc, "add a parameter 'rpc::handle_t'");
  });
}

} // namespace

const Rule rpcgen::HandleEmbedded = {
    "handle-embedded", Severity::Error,
    "a binding handle that is a field, a pointer's pointee, or one of "
    "several in a call",
    checkEmbedded};

const Rule rpcgen::HandlePointerClass = {
    "handle-pointer-class", Severity::Error,
    "a binding handle that is passed by pointer or reference",
    checkPointerClass};

const Rule rpcgen::HandleImplicit = {
    "handle-implicit", Severity::Error,
    "an implicit handle that is not a variable of type rpc::handle_t",
    checkImplicit};

const Rule rpcgen::BindingHandleNotFirst = {
    "binding-handle-not-first", Severity::Warning,
    "a binding handle that is not the first parameter", checkNotFirst};

const Rule rpcgen::NoBinding = {
    "no-binding", Severity::Off,
    "an operation that does not name the server that it calls", checkNoBinding};
