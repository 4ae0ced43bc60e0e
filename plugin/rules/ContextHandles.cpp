//===- ContextHandles.cpp - what a context handle may be ------------------===//

#include "resolve/Types.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <set>
#include <string>

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

bool isHandle(const Type &T) { return T.K == Kind::ContextHandle; }

/// At any level, also as the element of a container.
bool holdsHandle(const Type &T) {
  bool Found = false;
  forEachLevel(T, [&](const Type &Level) { Found |= isHandle(Level); });
  return Found;
}

/// At the declaration, or at an alias in its type.
const Attribute *handleAttribute(const Site &At) {
  return findInherited(At.T, At.Attributes, "context_handle");
}

void checkNotPointer(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = handleAttribute(At);
    if (A && !holdsHandle(At.T))
      R.report(A->Loc, "a context handle is a pointer, and " + describe(At) +
                           " is " + quote(display(At.T)))
          .note(At.Loc, "declare a pointer to what the server keeps");
  });
}

/// Whether a context handle or a pointer to one is all there is.
bool standsAlone(const Site &At) {
  if (isHandle(At.T))
    return At.P || At.K == Site::Kind::Result;
  return At.P && At.T.K == Kind::Pointer && isHandle(At.T.element()) &&
         !At.T.Reseatable;
}

/// Whether a type is an array of handles of which all elements travel, or
/// pointers to one.
bool isArrayOfHandles(const Type &T) {
  if (T.K == Kind::Pointer)
    return !T.Reseatable && T.Allocated == Allocation::AsNeeded &&
           isArrayOfHandles(T.element());
  return T.K == Kind::Array && !T.Length && isHandle(T.element());
}

void checkEmbedded(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    // A pointer to one as a result has a rule of its own.
    bool Returned = At.K == Site::Kind::Result && At.T.K == Kind::Pointer &&
                    isHandle(At.T.element());
    bool Several = At.P && isArrayOfHandles(At.T);
    if (Several && At.P->Dir.In && At.P->Dir.Out)
      R.report(At.Loc, describe(At) + " is an array of context handles, which "
                                      "is [in] or [out]")
          .note(At.Loc, "make it two parameters");
    else if (holdsHandle(At.T) && !standsAlone(At) && !Several && !Returned &&
             !findPipe(At.T)) // which pipe-element reports
      R.report(At.Loc, describe(At) + " has a context handle in it, which must "
                                      "be a parameter, an array as a "
                                      "parameter, or a result")
          .note(At.Loc, "pass the handle itself, or a pointer to it");
  });
}

void checkPointerClass(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (standsAlone(At) && !isHandle(At.T) && At.T.Class != PointerClass::Ref)
      R.report(At.Loc, describe(At) + " points to a context handle and must "
                                      "be [ref]")
          .note(At.Loc, "it is the handle that may be null");
  });
}

void checkNoRundown(const Model &M, Reporter &R) {
  std::set<std::uint32_t> Aliases; // each is reported once
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (!isHandle(T) || !T.Rundown.empty())
      return;
    if (const Attribute *A = find(T.AliasAttributes, "context_handle")) {
      if (!Aliases.insert(A->Loc.Raw).second)
        return;
      const std::string Alias = display(T);
      std::string Name = A->Words.empty()
                             ? Alias.substr(Alias.rfind(':') + 1) + "_rundown"
                             : A->Words.front();
      R.report(At.Loc, "the context handle of " + describe(At) +
                           " has no rundown function")
          .note(A->Loc,
                "declare '[[rpc::local]] void " + Name + "(" + Alias + ")'");
    } else if (const Attribute *Own = find(At.Attributes, "context_handle");
               Own && !Own->Words.empty()) {
      R.report(Own->Loc, "a rundown function belongs to a type, and " +
                             describe(At) + " has none of its own")
          .note(Own->Loc, "declare an alias with 'rpc::context_handle(" +
                              Own->Words.front() + ")'");
    }
  });
}

/// A client that could call it would end a context that is still open.
void checkRundownRemote(const Model &M, Reporter &R) {
  std::set<std::string> Rundowns;
  forEachSite(
      M, [&](const Site &At) { Rundowns.insert(innermost(At.T).Rundown); });
  forEachOperation(M, [&](const Interface &I, const Operation &O) {
    if (Rundowns.contains(I.Namespace + "::" + O.Name))
      R.report(O.Loc, quote(O.Name) + " ends contexts, and is an operation "
                                      "that clients can call")
          .note(O.Loc, "make it '[[rpc::local]]', or declare it outside of "
                       "the interface");
  });
}

} // namespace

const Rule rpcgen::CtxRundownRemote = {
    "ctx-rundown-remote", Severity::Error,
    "a rundown function that is an operation", checkRundownRemote};

const Rule rpcgen::CtxNotPointer = {"ctx-not-pointer", Severity::Error,
                                    "a context handle that is not a pointer",
                                    checkNotPointer};

const Rule rpcgen::CtxEmbedded = {
    "ctx-embedded", Severity::Error,
    "a context handle in a structure, a union or a container", checkEmbedded};

const Rule rpcgen::CtxPointerClass = {
    "ctx-pointer-class", Severity::Error,
    "a pointer to a context handle that is not [ref]", checkPointerClass};

const Rule rpcgen::CtxNoRundown = {
    "ctx-no-rundown", Severity::Error,
    "a context handle without a rundown function", checkNoRundown};
