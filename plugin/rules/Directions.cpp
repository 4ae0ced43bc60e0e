//===- Directions.cpp - which way parameters travel -----------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

bool hasDirection(const Site &At) {
  return find(At.Attributes, "in") || find(At.Attributes, "out");
}

/// Whether the elements of an array, or the object itself, are const.
bool isConst(const Type &T) {
  return T.Const || (T.K == Type::Kind::Array && isConst(T.element()));
}

/// Whether the parameter gives the server something that it may write to.
bool isWritable(const Type &T) {
  if (T.isSpan())
    return !isConst(T.element());
  if (T.K != Type::Kind::Pointer || innermost(T).K == Type::Kind::BindingHandle)
    return false;
  return (T.Reseatable && !T.Const) || !isConst(T.element());
}

void checkMissing(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.P && !hasDirection(At) && isWritable(At.T))
      R.report(At.Loc, "nothing says whether parameter " + quote(At.Name) +
                           " is [in] or [out]")
          .note(At.Loc, "write '[[rpc::in]]' if the server only reads it")
          .note(At.Loc, "write '[[rpc::out]]' if the server sets it, and "
                        "'[[rpc::in, rpc::out]]' if it reads it first");
  });
}

/// What is passed by value or is const can only be [in].
void checkNone(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.P && !hasDirection(At) && !isWritable(At.T) &&
        At.T.K != Type::Kind::BindingHandle)
      R.report(At.Loc, "parameter " + quote(At.Name) +
                           " has no direction, and [in] is assumed")
          .note(At.Loc, "write '[[rpc::in]]' before it")
          .insertBefore(At.P->Begin, "[[rpc::in]] ");
  });
}

void checkOutNotPointer(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.P || !At.P->Dir.Out || At.T.isPointerLike() || At.T.isSpan() ||
        At.T.K == Type::Kind::ContextHandle ||
        At.T.K == Type::Kind::Pipe || // which has a rule of its own
        At.T.K == Type::Kind::Untransmissible)
      return;
    R.report(At.Loc, describe(At) + " must be a pointer, reference or array: " +
                         "C++ passes it by value")
        .note(At.Loc, "write '" + display(At.T) + " *" + At.Name + "'");
  });
}

void checkOutUnique(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    bool Nullable =
        At.T.Class == PointerClass::Unique || At.T.Class == PointerClass::Full;
    if (!At.isOutOnly() || !Nullable || At.T.FromReference || At.T.Reseatable)
      return;
    const std::string Class =
        At.T.Class == PointerClass::Full ? "ptr" : "unique";
    R.report(At.Loc, describe(At) + " cannot be [" + Class +
                         "]: nothing says whether it is null on return")
        .note(At.Loc, "use [in, out, " + Class + "], or another level of " +
                          ("indirection: '" + display(At.T) + "*'"));
  });
}

/// Whether the value or a part of it is const.
bool holdsConst(const Model &M, const Type &T) {
  if (T.K == Type::Kind::Structure)
    return T.Const || std::ranges::any_of(
                          M.Structures[T.Definition].Fields,
                          [&](const Field &F) { return holdsConst(M, F.T); });
  return T.Const || (T.K == Type::Kind::Array && holdsConst(M, T.element()));
}

/// What lies behind a pointer that may change is new memory on both sides, so
/// only what the caller provides has to be writable.
void checkOutConst(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.P || !At.P->Dir.Out || At.T.Reseatable)
      return;
    bool Const = false;
    std::vector<const Type *> Declared;
    forEachRefLevel(At.T, [&](const Type &Level) {
      Const |= &Level != &At.T && holdsConst(M, Level);
      if (&Level != &At.T && Level.Const)
        Declared.push_back(&Level);
    });
    if (!Const && !(At.T.isSpan() && At.T.element().Const))
      return;
    auto Report =
        R.report(At.Loc, describe(At) + " points to const data, which the " +
                             "stub has to write")
            .note(At.Loc, "drop the const, or make it [in]");
    // That of a pointer is not written before the name of the type. What is
    // [in] as well may have one direction too many.
    if (At.isOutOnly() && Declared.size() == 1 &&
        Declared.front()->K != Type::Kind::Pointer)
      Report.removeConst(Declared.front()->Loc);
  });
}

} // namespace

const Rule rpcgen::DirectionMissing = {
    "direction-missing", Severity::Error,
    "a parameter without [in] or [out] that the server may write to",
    checkMissing};

const Rule rpcgen::ParamNoDirection = {
    "param-no-direction", Severity::Off,
    "a parameter without [in] that can only be [in]", checkNone};

const Rule rpcgen::OutNotPointer = {
    "out-not-pointer", Severity::Error,
    "an [out] parameter that is passed by value", checkOutNotPointer};

const Rule rpcgen::OutUnique = {"out-unique", Severity::Error,
                                "an [out] parameter that is [unique]",
                                checkOutUnique};

const Rule rpcgen::OutConst = {
    "out-const", Severity::Error,
    "an [out] parameter that points to a const object", checkOutConst};
