//===- PointerClasses.cpp - where ref and unique may stand ----------------===//

#include "resolve/Types.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <array>
#include <functional>

using namespace rpcgen;

namespace {

constexpr std::array Classes = {"ref", "unique", "ptr"};

bool hasPointer(const Type &T) {
  bool Found = false;
  forEachLevel(T, [&](const Type &Level) {
    Found |= Level.isPointerLike() || Level.hasClass() ||
             Level.K == Type::Kind::Untransmissible;
  });
  return Found;
}

/// Calls back with the attributes of the declaration, and with those of the
/// aliases at each level of its type.
void forEachList(
    const Site &At,
    const std::function<void(const AttributeList &, const Type &)> &Visit) {
  Visit(At.Attributes, At.T);
  forEachLevel(At.T,
               [&](const Type &Level) { Visit(Level.AliasAttributes, Level); });
}

void checkConflicting(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachList(At, [&](const AttributeList &Attributes, const Type &) {
      const Attribute *First = nullptr;
      for (const char *Class : Classes) {
        const Attribute *A = find(Attributes, Class);
        if (A && First)
          R.report(A->Loc, describe(At) + " cannot be both [" + First->Name +
                               "] and [" + Class + "]")
              .note(First->Loc, "keep one of them");
        First = First ? First : A;
      }
    });
  });
}

void checkOnNonpointer(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachList(At, [&](const AttributeList &Attributes, const Type &T) {
      if (hasPointer(T))
        return;
      // A context handle is a pointer to its caller, and as [in] never null.
      bool Handle = At.P && T.K == Type::Kind::ContextHandle;
      for (const char *Class : Classes)
        if (const Attribute *A = find(Attributes, Class);
            A && !(Handle && A->Name == "ref"))
          R.report(A->Loc, std::string("[") + Class +
                               "] needs a pointer, and " + describe(At) +
                               " is not one")
              .removeAttribute(*A);
    });
  });
}

void checkEveryLevel(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachList(At, [&](const AttributeList &Attributes, const Type &T) {
      const Attribute *A = find(Attributes, "ptrs");
      unsigned Pointers = countPointers(T);
      if (A && A->Words.size() != Pointers &&
          innermost(T).K != Type::Kind::Untransmissible)
        R.report(A->Loc, display(*A) + " of " + describe(At) + " names " +
                             std::to_string(A->Words.size()) +
                             (A->Words.size() == 1 ? " class" : " classes") +
                             " for " + std::to_string(Pointers) +
                             (Pointers == 1 ? " pointer" : " pointers"))
            .note(A->Loc, "name one for each, from the name inwards");
    });
  });
}

} // namespace

const Rule rpcgen::ConflictingPointerClass = {
    "conflicting-pointer-class", Severity::Error,
    "a pointer with several of ref, unique and ptr", checkConflicting};

const Rule rpcgen::PointerClassOnNonpointer = {
    "pointer-class-on-nonpointer", Severity::Error,
    "ref, unique or ptr on a declaration that is not a pointer",
    checkOnNonpointer};

const Rule rpcgen::PtrsCount = {
    "ptrs-count", Severity::Error,
    "ptrs with more or fewer classes than the declaration has pointers",
    checkEveryLevel};
