//===- Compare.h - two forms of one thing ---------------------------------===//
#ifndef RPCGEN_LOCK_COMPARE_H
#define RPCGEN_LOCK_COMPARE_H

#include "lock/Correlation.h"
#include "model/Finding.h"
#include "wire/Messages.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rpcgen {

/// Where two forms differ, and for whom that matters.
struct Difference {
  /// Of a sign, the bytes are the same; names do not travel at all.
  enum class Kind { Form, Sign, Name };

  std::string Path; ///< "list.next"; from a result on it begins with "."
  Location Loc;
  Location OldLoc = {}; ///< of the other form
  std::string What;     ///< "is uint32, and was uint16"
  /// What one side sends the other one does not understand.
  bool NewToOld = false, OldToNew = false;
  /// It is taken for something else, and not refused.
  bool Misread = false;
  /// A context handle, which the server refuses in either mix of versions.
  bool IsHandle = false;
  Kind K = Kind::Form;
  std::vector<Note> Notes = {};

  bool mattersToPeers() const { return NewToOld || OldToNew; }
};

/// What sentences say of the other form: that it is older, or whose it is.
struct Wording {
  std::string AndIs = ", and was ", AndHas = ", and had ";
  std::string New = "is new", Gone = "is gone";
  std::string NewCase = "has a new case ", LostCase = "has lost the case ";
  std::string NewDefault = "is a new default";
  std::string LostDefault = "has lost its default";
  std::string NewNull = "may be null with a count now";
  std::string LostNull = "may not be null with a count any more";
  std::string OtherHandle = "is a context handle of another type than before";
};

/// Which types of context handles are the same, by their names.
struct Contexts {
  std::map<std::string, std::string> NewOf, OldOf;
};

/// One side of a comparison.
struct Side {
  const wire::Forms &All;
  std::vector<wire::Member> Message;
  Siblings Around;
  Location Whole; ///< where a member is missed
};

/// Compares what travels one way, member by member.
std::vector<Difference> compare(const Side &New, const Side &Old,
                                Contexts &Handles, const Wording &W = {});

/// Import and export of IDL give names that are words of the language an
/// underscore at their end, and make some up for what has none.
bool isSameName(std::string_view A, std::string_view B);

} // namespace rpcgen

#endif // RPCGEN_LOCK_COMPARE_H
