//===- Pipeline.cpp -------------------------------------------------------===//

#include "Pipeline.h"
#include "deliver/Enter.h"
#include "deliver/Files.h"
#include "emit/Emit.h"
#include "model/Json.h"
#include "read/Delivered.h"
#include "read/Read.h"
#include "report/Report.h"
#include "resolve/Resolve.h"
#include "rules/Rules.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"

#include "llvm/Support/Path.h"

using namespace clang;

namespace rpcgen {

Pipeline::Pipeline(CompilerInstance &CI, std::string Folder)
    : CI(CI), Folder(std::move(Folder)),
      Attributes(
          CI.getPreprocessor(),
          [this](Sema &S, const StubsRequest &R) { deliver(S, R); },
          [&CI](const Finding &F) { report(CI.getDiagnostics(), {&F, 1}); }) {}

void Pipeline::deliver(Sema &S, const StubsRequest &Request) {
  Attributes.reportUnapplied();
  const Model M = resolve(readModel(S));
  std::optional<std::string> Wanted = find(M, Request);
  if (!Wanted)
    return;

  Delivered.merge(deliveredBefore(S));
  SourceManager &Sources = CI.getSourceManager();
  if (!Folder.empty() && Sources.isInMainFile(Request.Loc))
    FileRequests.push_back({*Wanted, Delivered});
  const Selection Selected = select(M, *Wanted, Delivered);
  for (std::size_t I : Selected.Interfaces)
    OperationsSeen[M.Interfaces[I].Namespace] =
        M.Interfaces[I].Operations.size();
  bool Sound = isSound(M);
  if (isRuntimeDeclared(S))
    enterText(CI.getPreprocessor(),
              Sound ? emitStubs(M, Selected) : emitDeclarations(M, Selected),
              Request.Loc);
  else if (Folder.empty())
    error({Request.Loc.getRawEncoding()}, problem::RuntimeMissing,
          "the stubs need '#include <rpc/rpc.h>' before this");
}

/// The namespace of the interface that is asked for, or "" for all; nothing,
/// and an error, if there is none.
std::optional<std::string> Pipeline::find(const Model &M,
                                          const StubsRequest &Request) {
  const std::string &Name = Request.Interface;
  if (Name.empty() && !(M.Interfaces.empty() && M.Serialized.empty()))
    return "";
  for (const Interface &I : M.Interfaces)
    if (Name == I.Name || Name == I.Namespace || "::" + Name == I.Namespace)
      return I.Namespace;
  error({Request.Loc.getRawEncoding()}, problem::StubsWithoutInterface,
        "no interface " + (Name.empty() ? "" : "'" + Name + "' ") +
            "is declared before this");
  return std::nullopt;
}

/// Runs the rules and reports what they find, each finding once.
bool Pipeline::isSound(const Model &Resolved) {
  // What rules would say without a wrong attribute is not known.
  if (Attributes.failed())
    return false;
  std::vector<Finding> Findings = check(Resolved);
  bool Sound = llvm::none_of(
      Findings, [](const Finding &F) { return F.Level == Severity::Error; });
  llvm::erase_if(Findings, [&](const Finding &F) {
    return !Reported.insert({F.Rule, F.Loc.Raw, F.Message}).second;
  });
  report(CI.getDiagnostics(), Findings);
  return Sound;
}

void Pipeline::finish(Sema &S) {
  Attributes.reportUnapplied();
  if (CI.getDiagnostics().hasErrorOccurred())
    return;
  if (OperationsSeen.empty() && Folder.empty())
    return;
  const Model M = resolve(readModel(S));
  reportLateOperations(M);
  if (!Folder.empty() && !CI.getDiagnostics().hasErrorOccurred())
    writeFiles(M);
}

/// An operation that an interface gets behind its stubs would be lost.
void Pipeline::reportLateOperations(const Model &M) {
  for (const Interface &I : M.Interfaces) {
    auto Seen = OperationsSeen.find(I.Namespace);
    if (Seen == OperationsSeen.end() || Seen->second >= I.Operations.size())
      continue;
    const Operation &Late = I.Operations[Seen->second];
    error(Late.Loc, problem::LateOperation,
          "'" + Late.Name + "' is declared after the stubs of '" + I.Name +
              "' were delivered, and is not in them");
  }
}

void Pipeline::writeFiles(const Model &M) {
  SourceManager &Sources = CI.getSourceManager();
  SourceLocation Begin = Sources.getLocForStartOfFile(Sources.getMainFileID());
  std::string Main = Sources.getFilename(Begin).str();
  if (FileRequests.empty())
    return error({Begin.getRawEncoding()}, problem::StubsMissing,
                 "'" + llvm::sys::path::filename(Main).str() +
                     "' has no [[rpc::stubs]] to write files for");

  Selection All;
  for (FileRequest &Request : FileRequests) {
    Selection More = select(M, Request.Interface, Request.Delivered);
    llvm::append_range(All.Interfaces, More.Interfaces);
    llvm::append_range(All.Types, More.Types);
  }
  std::string Stem = llvm::sys::path::stem(Main).str();
  std::string Include = llvm::sys::path::filename(Main).str();
  writeFile(Stem, ".rpc.h", emitHeader(M, All, Include));
  writeFile(Stem, ".rpc.json", toJson(M));
}

void Pipeline::writeFile(const std::string &Stem, const char *Extension,
                         const std::string &Text) {
  llvm::SmallString<128> Path(Folder);
  llvm::sys::path::append(Path, Stem + Extension);
  if (std::error_code Error = writeIfChanged(Path, Text))
    error({}, problem::File,
          "cannot write '" + std::string(Path) + "': " + Error.message());
}

void Pipeline::error(Location Loc, const Problem &What, std::string Message) {
  const Finding Only{
      std::string(What.Name), Severity::Error, Loc, std::move(Message), {}, {}};
  report(CI.getDiagnostics(), {&Only, 1});
}

} // namespace rpcgen
