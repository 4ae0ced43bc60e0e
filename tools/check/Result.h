//===- Result.h - a finding, without the compilation that it is from ------===//
#ifndef RPC_CHECK_RESULT_H
#define RPC_CHECK_RESULT_H

#include <compare>
#include <string>
#include <vector>

namespace rpc_check {

struct Place {
  std::string File; ///< absolute; "" for nowhere
  unsigned Line = 0;
  unsigned Column = 0;
  auto operator<=>(const Place &) const = default;
};

/// Text in the place of other text.
struct Fix {
  std::string File;
  unsigned Offset = 0;
  unsigned Length = 0;
  std::string Text;
  auto operator<=>(const Fix &) const = default;
};

struct Note {
  Place At;
  std::string Message;
  auto operator<=>(const Note &) const = default;
};

enum class Level {
  Remark, ///< nothing is wrong: --remarks
  Warning,
  Error
};

/// "remark", "warning" or "error".
const char *nameOf(Level L);

/// Ordered by place: a result of several translation units is one.
struct Result {
  Place At;
  std::string Rule;
  std::string Message; ///< without the rule
  Level L = Level::Warning;
  /// The declaration around it, "echo::node::next", which stays when lines
  /// move; "" outside of all.
  std::string Entity;
  std::vector<Note> Notes;
  std::vector<Fix> Fixes;
  auto operator<=>(const Result &) const = default;

  bool isFinding() const { return L != Level::Remark; }
};

/// The message and its notes, for formats that have room for one text.
std::string withNotes(const Result &R);

} // namespace rpc_check

#endif // RPC_CHECK_RESULT_H
