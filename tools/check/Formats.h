//===- Formats.h - results as text for people and programs ----------------===//
#ifndef RPC_CHECK_FORMATS_H
#define RPC_CHECK_FORMATS_H

#include "Result.h"

#include "llvm/Support/raw_ostream.h"

namespace rpc_check {

using Results = std::vector<Result>;

/// As a compiler prints them.
void printText(llvm::raw_ostream &Out, const Results &All);
/// An array of objects with the members of Result.
void printJson(llvm::raw_ostream &Out, const Results &All);
/// SARIF 2.1.0.
void printSarif(llvm::raw_ostream &Out, const Results &All);
/// Workflow commands of GitHub Actions.
void printGithub(llvm::raw_ostream &Out, const Results &All);
/// A test case for each file that was checked, and for each header in which
/// something was found.
void printJunit(llvm::raw_ostream &Out, const Results &All,
                const std::vector<std::string> &Checked);
void printCheckstyle(llvm::raw_ostream &Out, const Results &All);

} // namespace rpc_check

#endif // RPC_CHECK_FORMATS_H
