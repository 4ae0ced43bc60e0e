//===- Compare.h - two forms of one thing ---------------------------------===//
#ifndef RPCGEN_LOCK_COMPARE_H
#define RPCGEN_LOCK_COMPARE_H

#include "lock/Correlation.h"
#include "model/Finding.h"
#include "wire/Messages.h"

#include <map>
#include <string>
#include <vector>

namespace rpcgen {

/// Where two forms differ, and for whom that matters.
struct Difference {
  std::string Path; ///< "list.next"; from a result on it begins with "."
  Location Loc;
  std::string What; ///< "is uint32, and was uint16"
  /// What one side sends the other one does not understand.
  bool NewToOld = false, OldToNew = false;
  /// It is taken for something else, and not refused.
  bool Misread = false;
  /// A context handle, which the server refuses in either mix of versions.
  bool IsHandle = false;
  std::vector<Note> Notes = {};
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
};

/// Compares what travels one way, member by member. Whole is where a member is
/// missed.
std::vector<Difference> compare(const Side &New, const Side &Old,
                                Location Whole, Contexts &Handles);

} // namespace rpcgen

#endif // RPCGEN_LOCK_COMPARE_H
