//===- StringCounts.h - how long strings are and may become -------------===//
#ifndef RPCGEN_RULES_STRINGS_STRINGCOUNTS_H
#define RPCGEN_RULES_STRINGS_STRINGCOUNTS_H

#include "resolve/Types.h"
#include "rules/Rule.h"

namespace rpcgen {

inline bool isStringInPart(const Type &T) {
  bool Found = false;
  forEachLevel(T, [&](const Type &Level) {
    Found |= Level.String && (Level.First || Level.Length);
  });
  return Found;
}

/// An attribute that gives the part of an array that travels, beside string or
/// at the level of one.
inline void reportPart(const Site &At, Attribute::Kind Kind, Reporter &R) {
  const Attribute *Part = find(At.Attributes, Kind);
  const Attribute *String =
      findInherited(At.T, At.Attributes, Attribute::String);
  if (Part && String &&
      (find(At.Attributes, Attribute::String) || isStringInPart(At.T)))
    R.report(Part->Loc, describe(At) +
                            " is a string, which begins at its "
                            "first character and ends at its "
                            "zero, and cannot have " +
                            nameOf(Kind))
        .note(String->Loc, "keep string or " + nameOf(Kind));
}

} // namespace rpcgen

#endif // RPCGEN_RULES_STRINGS_STRINGCOUNTS_H
