//===- Classes.cpp - which classes can travel -----------------------------===//

#include "rules/Obstacles.h"
#include "rules/Rules.h"

#include <algorithm>
#include <initializer_list>
#include <string>

using namespace rpcgen;

namespace {

/// The nearest to a class of the standard library that has no wire form.
const char *insteadOfStandard(const Type &T) {
  auto Is = [&](std::initializer_list<const char *> Names) {
    return std::ranges::any_of(Names, [&](const char *Name) {
      return T.Spelling.find(std::string("::std::") + Name) !=
             std::string::npos;
    });
  };
  if (Is({"map", "unordered_map", "multimap", "unordered_multimap"}))
    return "use std::vector of a struct of key and value";
  if (Is({"set", "unordered_set", "list", "deque", "forward_list", "vector",
          "multiset", "initializer_list", "valarray"}))
    return "use std::vector, of std::uint8_t instead of bool";
  if (Is({"pair", "tuple"}))
    return "use a struct with a name for each field";
  if (Is({"unique_ptr", "shared_ptr"}))
    return "point to one object that is not const, or use std::vector";
  if (Is({"weak_ptr"}))
    return "use std::shared_ptr, whose cycles travel; the stubs of a server "
           "cut them when the call has ended";
  return "use std::string for text, std::vector for elements, or name a type "
         "that it travels as with transmit_as";
}

const char *insteadOf(const Type &T) {
  if (T.Spelling.find("::std::") != std::string::npos)
    return insteadOfStandard(T);
  if (T.Spelling.find('(') != std::string::npos)
    return "give it a name";
  return "use a struct of public fields without anything else, or name one "
         "that "
         "it travels as with transmit_as";
}

void checkLayout(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::NotStandardLayout, Obstacle::Dependent,
                  Obstacle::NoWireForm>(M, [&](const Site &At, const Type &T) {
    R.report(T.Loc,
             describe(At) + " cannot travel: '" + display(T) + "' " + T.Detail)
        .note(T.Loc, insteadOf(T));
  });
}

void checkIncomplete(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::IncompleteType>(M, [&](const Site &At,
                                                   const Type &T) {
    R.report(T.Loc,
             describe(At) + " cannot travel: '" + display(T) + "' " + T.Detail)
        .note(T.Loc, "include the header that defines it");
  });
}

void checkBitField(const Model &M, Reporter &R) {
  auto Check = [&](const char *Kind, const Field &F) {
    if (F.BitField)
      R.report(F.Loc,
               Kind + quote(F.Name) + " is a bit-field, which has no wire form")
          .note(F.Loc, "use an integer and masks");
  };
  forEachStructure(M, [&](const Structure &S) {
    for (const Field &F : S.Fields)
      Check("field ", F);
  });
  forEachUnion(M, [&](const Union &U) {
    for (const Arm &A : U.Arms)
      Check("union arm ", A.F);
  });
}

void checkEmpty(const Model &M, Reporter &R) {
  forEachStructure(M, [&](const Structure &S) {
    if (S.Fields.empty())
      R.report(S.Loc, "struct " + quote(S.Name) +
                          " has no field, and nothing "
                          "of it would travel")
          .note(S.Loc, "give it a field, or leave out what has this type");
  });
}

} // namespace

const Rule rpcgen::NotStandardLayout = {
    "not-standard-layout", Severity::Error,
    "what travels by value is a plain struct of public fields", checkLayout};

const Rule rpcgen::IncompleteType = {"incomplete-type", Severity::Error,
                                     "a type that travels is defined",
                                     checkIncomplete};

const Rule rpcgen::Bitfield = {"bitfield", Severity::Error,
                               "bit-fields have no wire form", checkBitField};

const Rule rpcgen::StructEmpty = {"struct-empty", Severity::Error,
                                  "a struct that travels has a field",
                                  checkEmpty};
