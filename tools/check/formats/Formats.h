//===- Formats.h - results as text for people and programs ----------------===//
#ifndef RPC_CHECK_FORMATS_FORMATS_H
#define RPC_CHECK_FORMATS_FORMATS_H

#include "Outline.h"
#include "Result.h"
#include "SourceText.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace rpc_check {

/// What a format prints.
struct Report {
  const std::vector<Result> &Results;
  const std::vector<std::string> &Checked; ///< files, by absolute path
  /// Files below it are named from here, where a format wants relative paths:
  /// the working directory, absolute.
  std::string Root;
  SourceText &Sources;
  const Outlines &Interfaces; ///< all that the files declare
};

struct Format {
  llvm::StringLiteral Name;
  void (*Print)(llvm::raw_ostream &Out, const Report &R);
};

/// Every format there is, `text` first.
llvm::ArrayRef<Format> allFormats();

/// Nothing if there is no format of this name.
const Format *findFormat(llvm::StringRef Name);

/// "text, json, ... and checkstyle".
std::string namesOfFormats();

/// As a compiler prints them, with the lines of the source; in colours if the
/// stream has them.
void printText(llvm::raw_ostream &Out, const Report &R);
/// An array of objects with the members of Result.
void printJson(llvm::raw_ostream &Out, const Report &R);
/// SARIF 2.1.0 (OASIS).
void printSarif(llvm::raw_ostream &Out, const Report &R);
/// A page that needs nothing else: the findings with their lines, and the
/// interfaces.
void printHtml(llvm::raw_ostream &Out, const Report &R);
/// Workflow commands of GitHub Actions.
void printGithub(llvm::raw_ostream &Out, const Report &R);
/// A report of GitLab's Code Quality.
void printGitlab(llvm::raw_ostream &Out, const Report &R);
/// A test case for each file that was checked, and for each header in which
/// something was found.
void printJunit(llvm::raw_ostream &Out, const Report &R);
void printCheckstyle(llvm::raw_ostream &Out, const Report &R);

} // namespace rpc_check

#endif // RPC_CHECK_FORMATS_FORMATS_H
