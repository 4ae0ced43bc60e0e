//===- Finding.h - what a rule has to say ---------------------------------===//
#ifndef RPCGEN_MODEL_FINDING_H
#define RPCGEN_MODEL_FINDING_H

#include "model/Location.h"

#include <string>
#include <vector>

namespace rpcgen {

enum class Severity {
  Error,
  Warning,
  Remark, ///< nothing is wrong: on request
  Off     ///< found, and reported only to who asks for it
};

/// Text that would put the finding right. Only where it is exact.
struct FixIt {
  enum class Kind {
    InsertBefore,    ///< Text
    ReplaceToken,    ///< by Text
    ReplaceOperator, ///< new, delete or delete[] with the space after, by Text
    ReplaceRule,     ///< its name, in quotes or a comment, by Text
    RemoveAttribute, ///< whose name is at Loc
    RemoveConst      ///< the word before Loc
  };
  Kind K = Kind::ReplaceToken;
  Location Loc;
  std::string Text = {};
};

struct Note {
  Location Loc;
  std::string Message;
};

/// A value, printed at the very end by the program that runs the pipeline.
/// Messages in clang's manner: one sentence, lower case, no full stop; the
/// report adds
/// "[rule]".
struct Finding {
  std::string Rule;
  Severity Level = Severity::Error;
  Location Loc;
  std::string Message;
  std::vector<Note> Notes;
  std::vector<FixIt> FixIts;
};

} // namespace rpcgen

#endif // RPCGEN_MODEL_FINDING_H
