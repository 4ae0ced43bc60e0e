//===- StringCounts.cpp - how long strings are and may become -------------===//

#include "resolve/Constant.h"
#include "resolve/Types.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

bool isStringInPart(const Type &T) {
  bool Found = false;
  forEachLevel(T, [&](const Type &Level) {
    Found |= Level.String && (Level.First || Level.Length);
  });
  return Found;
}

/// An attribute that gives the part of an array that travels, beside string or
/// at the level of one.
void checkPart(const Model &M, Reporter &R, const char *Name) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *Part = find(At.Attributes, Name);
    const Attribute *String = findInherited(At.T, At.Attributes, "string");
    if (Part && String &&
        (find(At.Attributes, "string") || isStringInPart(At.T)))
      R.report(Part->Loc, describe(At) +
                              " is a string, which begins at its "
                              "first character and ends at its "
                              "zero, and cannot have " +
                              Name)
          .note(String->Loc, std::string("keep string or ") + Name);
  });
}

void checkFirst(const Model &M, Reporter &R) { checkPart(M, R, "first_is"); }

void checkLength(const Model &M, Reporter &R) {
  checkPart(M, R, "length_is");
  checkPart(M, R, "last_is");
}

void checkGrows(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.P || !At.P->Dir.In || !At.P->Dir.Out || At.T.Reseatable)
      return;
    forEachRefLevel(At.T, [&](const Type &Level) {
      if (Level.String && !Level.Size && !Level.Extent)
        R.report(At.Loc, "an answer that is longer than what was sent does "
                         "not fit into " +
                             describe(At))
            .note(At.Loc, "add size_is(n), or let the server allocate it: '" +
                              display(Level.element()) + " **" + At.Name + "'");
    });
  });
}

bool hasNoRoom(const Type &Level) {
  return Level.String &&
         (Level.Size ? evaluate(*Level.Size) == 1 : Level.Extent == 1);
}

void checkRoom(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (hasNoRoom(Level))
        R.report(At.Loc, describe(At) + " has room for the zero that ends a "
                                        "string, and for no character")
            .note(At.Loc, "give it one element more than the longest text has, "
                          "or add size_is(n)");
    });
  });
}

void checkRows(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K == Type::Kind::Array &&
          Level.element().K == Type::Kind::Array && Level.element().String)
        R.report(At.Loc, "each row of " + describe(At) +
                             " is a string of its own, and all rows travel");
    });
  });
}

} // namespace

const Rule rpcgen::FirstIsString = {"first-is-string", Severity::Error,
                                    "first_is on a string", checkFirst};

const Rule rpcgen::StringWithLength = {"string-with-length", Severity::Error,
                                       "length_is or last_is on a string",
                                       checkLength};

const Rule rpcgen::StringInoutGrows = {
    "string-inout-grows", Severity::Warning,
    "an [in, out] string without room for a longer one", checkGrows};

const Rule rpcgen::StringMultidim = {
    "string-multidim", Severity::Off,
    "string on an array of more than one dimension", checkRows};

const Rule rpcgen::StringNoRoom = {
    "string-no-room", Severity::Warning,
    "a string whose size leaves no room for characters", checkRoom};
