//===- JsonText.h - what the formats in JSON share ------------------------===//
#ifndef RPC_CHECK_FORMATS_JSONTEXT_H
#define RPC_CHECK_FORMATS_JSONTEXT_H

#include "Formats.h"

#include "llvm/Support/JSON.h"

#include <map>

#include <string>

namespace rpc_check {

void printJsonText(llvm::raw_ostream &Out, llvm::json::Value All);

/// `File` from `Root`, with '/'; "" if it is not below it.
std::string relativePath(const std::string &File, const std::string &Root);

/// Says of each result what stays the same when lines move: the rule, the
/// declaration, and the number of the result among those of both.
class Fingerprints {
public:
  std::string next(const Result &R);

private:
  std::map<std::string, unsigned> Seen;
};

} // namespace rpc_check

#endif // RPC_CHECK_FORMATS_JSONTEXT_H
