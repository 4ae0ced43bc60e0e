//===- Document.h - a file as an editor has it ----------------------------===//
#ifndef RPC_CHECK_LSP_DOCUMENT_H
#define RPC_CHECK_LSP_DOCUMENT_H

#include "Outline.h"
#include "Result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace rpc_check {

/// "file:///a%20b" for "/a b", and back; "" if it is the URI of no file.
std::string uriOf(const std::string &File);
std::string fileOf(const std::string &Uri);

/// Positions of the protocol count lines from 0, and in them UTF-16 units.
struct Document {
  std::string Text;
  bool IsNew = true;           ///< changed since it was checked
  std::vector<Result> Results; ///< in it, remarks among them
  Outlines Interfaces;         ///< of the last check that could tell

  nlohmann::json positionOf(std::size_t Offset) const;
  /// From the place to the end of the word that it is in.
  nlohmann::json rangeOf(const Place &At) const;

  nlohmann::json diagnosticOf(const Result &R) const;
  nlohmann::json diagnostics() const;
  /// What puts findings in the range right.
  nlohmann::json actionsFor(const std::string &File,
                            const nlohmann::json &Range) const;
  /// What memory a parameter needs, and where the fields of a type are on the
  /// wire; null for anything else.
  nlohmann::json hoverAt(const nlohmann::json &Position) const;

private:
  std::size_t offsetOf(std::size_t Line) const;
};

} // namespace rpc_check

#endif // RPC_CHECK_LSP_DOCUMENT_H
