//===- Pipeline.cpp -------------------------------------------------------===//

#include "Pipeline.h"
#include "bodies/Rules.h"
#include "deliver/Enter.h"
#include "deliver/Files.h"
#include "emit/Emit.h"
#include "lock/Lock.h"
#include "model/Json.h"
#include "policy/Judge.h"
#include "read/Delivered.h"
#include "read/Namespaces.h"
#include "read/Read.h"
#include "read/Suppressions.h"
#include "remarks/Remarks.h"
#include "report/Report.h"
#include "resolve/Resolve.h"
#include "rules/Rules.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"

#include "llvm/Support/Path.h"

using namespace clang;

namespace rpcgen {

namespace {

Options withFlagsOf(DiagnosticsEngine &Diagnostics, Options Given) {
  Given.Wanted.NoWarnings = Diagnostics.getIgnoreAllWarnings();
  Given.Wanted.WarningsAreErrors = Diagnostics.getWarningsAsErrors();
  return Given;
}

/// Whether the header that asks for stubs is read by the file that has them,
/// as a file delivery has written it.
bool comesWithStubs(const SourceManager &Sources, SourceLocation Request) {
  FileID Header = Sources.getFileID(Sources.getFileLoc(Request));
  StringRef Name = Sources.getFilename(Sources.getLocForStartOfFile(Header));
  StringRef Reader = Sources.getFilename(Sources.getIncludeLoc(Header));
  return llvm::sys::path::filename(Reader) ==
         (llvm::sys::path::stem(Name) + ".rpc.h").str();
}

/// The namespaces of interfaces among what has been delivered.
std::set<std::string> interfacesIn(const Model &M,
                                   const std::set<std::string> &Delivered) {
  std::set<std::string> Result;
  for (const Interface &I : M.Interfaces)
    if (Delivered.contains(I.Namespace))
      Result.insert(I.Namespace);
  return Result;
}

} // namespace

Pipeline::Pipeline(CompilerInstance &CI, Options Given)
    : CI(CI), Given(withFlagsOf(CI.getDiagnostics(), std::move(Given))),
      Attributes(
          CI.getPreprocessor(),
          [this](Sema &S, const StubsRequest &R) { deliver(S, R); },
          [&CI](const Finding &F) { report(CI.getDiagnostics(), {&F, 1}); },
          [&CI] {
            return CI.hasSema() && isInInterface(CI.getSema().CurContext);
          }),
      Suppressed(CI.getPreprocessor()) {}

/// The attributes that are on no declaration, or not ours and meant to be.
void Pipeline::reportAttributes(Sema &S) {
  Attributes.reportUnapplied();
  Attributes.reportOthers([&] { return declaredRanges(S); });
}

/// Behind an error of the compiler an attribute may have lost its interface.
Model Pipeline::read(Sema &S) const {
  return resolve(readModel(S, compilerFailed() ? std::vector<const Decl *>()
                                               : Attributes.Annotated));
}

void Pipeline::deliver(Sema &S, const StubsRequest &Request) {
  reportAttributes(S);
  const Model M = read(S);
  std::optional<std::string> Wanted = find(M, Request);
  if (!Wanted)
    return;

  Delivered.merge(deliveredBefore(S));
  SourceManager &Sources = CI.getSourceManager();
  if (!Given.Folder.empty() && Sources.isInMainFile(Request.Loc))
    FileRequests.push_back({*Wanted, interfacesIn(M, Delivered)});
  const Selection Selected = select(M, *Wanted, Delivered);
  for (std::size_t I : Selected.Interfaces)
    OperationsSeen[M.Interfaces[I].Namespace] =
        M.Interfaces[I].Operations.size();
  bool Sound = isSound(S, M, {Request.Loc.getRawEncoding()});
  if (Sound && Given.Remarks)
    remark(M, Selected);
  if (comesWithStubs(Sources, Request.Loc))
    return;
  if (isRuntimeDeclared(S))
    enterText(CI.getPreprocessor(),
              Sound ? emitStubs(M, Selected) : emitDeclarations(M, Selected),
              Request.Loc);
  else if (Given.Folder.empty() && !compilerFailed())
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
  // It may be the attribute of the interface that was wrong.
  if (!Attributes.failed() && !compilerFailed())
    error({Request.Loc.getRawEncoding()}, problem::StubsWithoutInterface,
          "no interface " + (Name.empty() ? "" : "'" + Name + "' ") +
              "is declared before this");
  return std::nullopt;
}

/// Whether stubs can be made of the model, as rules judge it.
bool Pipeline::isSound(Sema &S, const Model &Resolved, Location Stubs) {
  // What rules would say without a wrong attribute is not known.
  if (Attributes.failed())
    return false;
  const Judgement Found = runRules(S, Resolved);
  bool Sound = !Found.hasErrors() && !Attributes.isUnbuilt();
  if (Sound && !Found.Silenced.empty())
    reportWithheld(Found.Silenced.front(), Stubs);
  return Sound && Found.Silenced.empty();
}

Judgement Pipeline::runRules(Sema &S, const Model &Resolved) {
  std::vector<Finding> Findings = check(Resolved);
  // What clang refuses to read would not be empty.
  if (compilerFailed())
    llvm::erase_if(Findings, [](const Finding &F) {
      return F.Rule == InterfaceEmpty.Name;
    });
  Judgement Found =
      judgeHere(S, std::move(Findings), [](const Rule &R, const Suppression &) {
        // Interfaces of other translation units may have the same uuid.
        return !std::holds_alternative<std::monostate>(R.Judges) &&
               R.Name != UuidDuplicate.Name;
      });
  Judged = Resolved;
  // Behind an error of the compiler there may be less to find.
  IdleSuppressions =
      compilerFailed() ? std::vector<Finding>() : std::move(Found.Idle);
  reportOnce(Found.Reported);
  return Found;
}

/// By what the user wants and has suppressed in this translation unit.
Judgement Pipeline::judgeHere(Sema &S, std::vector<Finding> Findings,
                              const IsDone &Done) {
  std::vector<Suppression> Suppressions = readSuppressions(S.Context);
  llvm::append_range(Suppressions, Suppressed.Found);
  return judge(std::move(Findings), Given.Wanted, Suppressions,
               sourcesOf(CI.getDiagnostics()), Done);
}

/// Of other people's headers there is nothing to say.
void Pipeline::remark(const Model &M, const Selection &Selected) {
  const Sources Texts = sourcesOf(CI.getDiagnostics());
  for (std::size_t I : Selected.Interfaces)
    if (!Texts.InSystemHeader(M.Interfaces[I].Loc))
      report(CI.getDiagnostics(), remarksOf(M, M.Interfaces[I]));
}

void Pipeline::reportOnce(std::vector<Finding> Findings) {
  llvm::erase_if(Findings, [&](const Finding &F) {
    return !Reported.insert({F.Rule, F.Loc.Raw, F.Message}).second;
  });
  print(Findings);
}

void Pipeline::print(llvm::ArrayRef<Finding> Findings) {
  Failed |= llvm::any_of(
      Findings, [](const Finding &F) { return F.Level == Severity::Error; });
  report(CI.getDiagnostics(), Findings);
}

/// Whether there was an error before any of ours.
bool Pipeline::compilerFailed() const {
  return CI.getDiagnostics().hasErrorOccurred() && !Failed &&
         !Attributes.failed() && !Attributes.isUnbuilt();
}

/// A suppressed error is an error still. Files are written whole or not
/// at all.
void Pipeline::reportWithheld(const Finding &Silenced, Location Stubs) {
  reportProblem({std::string(problem::StubsWithheld.Name),
                 Given.Folder.empty() ? Severity::Warning : Severity::Error,
                 Stubs,
                 "stubs are declared but not defined, because an error of '" +
                     Silenced.Rule + "' is suppressed",
                 {{Silenced.Loc, Silenced.Message}},
                 {}},
                false);
}

void Pipeline::finish(Sema &S) {
  reportAttributes(S);
  // A precompiled header was judged when it was made.
  if (!Attributes.any() && !Given.OnEnd && !Given.Bodies &&
      Given.Locks.empty() && Given.Folder.empty())
    return;
  const Model M = read(S);
  if (Given.OnEnd)
    Given.OnEnd(M, [&](std::vector<Finding> Findings) {
      auto Never = [](const Rule &, const Suppression &) { return false; };
      return judgeHere(S, std::move(Findings), Never).Reported;
    });
  if (compilerFailed())
    reportUnstubbed(S, M);
  // What has changed since is in no stubs.
  if (!Attributes.failed() && M != Judged)
    runRules(S, M);
  reportOnce(std::move(IdleSuppressions));
  if (CI.getDiagnostics().hasErrorOccurred())
    return;
  if (Given.Bodies)
    checkImplementations(S, M);
  if (!Given.Locks.empty())
    checkLocks(S, M);
  reportLateOperations(M);
  if (!Given.Folder.empty() && !CI.getDiagnostics().hasErrorOccurred())
    writeFiles(M);
}

/// Implementations that other sources have may need what headers suppress.
void Pipeline::checkImplementations(Sema &S, const Model &M) {
  reportJudged(S, checkBodies(S.Context, M),
               [&](const Rule &R, const Suppression &At) {
                 return R.OfBodies &&
                        CI.getSourceManager().isInMainFile(
                            SourceLocation::getFromRawEncoding(At.Loc.Raw));
               });
}

void Pipeline::checkLocks(Sema &S, const Model &M) {
  std::vector<Finding> Findings;
  for (const Model &Lock : Given.Locks)
    llvm::append_range(Findings, compareWithLock(M, Lock));
  reportJudged(S, std::move(Findings), [](const Rule &R, const Suppression &) {
    return R.Name == OpnumChanged.Name;
  });
}

/// What is found is no reason not to make stubs.
void Pipeline::reportJudged(Sema &S, std::vector<Finding> Findings,
                            const IsDone &Done) {
  Judgement Judged = judgeHere(S, std::move(Findings), Done);
  reportOnce(std::move(Judged.Reported));
  reportOnce(std::move(Judged.Idle));
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

/// Headers may leave the stubs to the one file that needs them. But where
/// something does not compile, it may be that there is no client.
void Pipeline::reportUnstubbed(Sema &S, const Model &M) {
  const Sources Texts = sourcesOf(CI.getDiagnostics());
  Delivered.merge(deliveredBefore(S));
  for (const Interface &I : M.Interfaces)
    if (!I.Local && !Delivered.contains(I.Namespace) &&
        !OperationsSeen.contains(I.Namespace))
      reportProblem({std::string(problem::StubsMissing.Name),
                     Severity::Warning,
                     I.Loc,
                     "'" + I.Name +
                         "' has no stubs here, and so no client and "
                         "no service",
                     {{I.Loc, "write '[[rpc::stubs]];' after the interface"}},
                     {}},
                    Texts.InSystemHeader(I.Loc));
}

void Pipeline::reportProblem(Finding F, bool InSystemHeader) {
  F.Level = levelOf(F, Given.Wanted, InSystemHeader);
  if (F.Level != Severity::Off)
    print(F);
}

void Pipeline::writeFiles(const Model &M) {
  SourceManager &Sources = CI.getSourceManager();
  SourceLocation Begin = Sources.getLocForStartOfFile(Sources.getMainFileID());
  std::string Main = Sources.getFilename(Begin).str();
  if (FileRequests.empty())
    return error({Begin.getRawEncoding()}, problem::StubsMissing,
                 "'" + llvm::sys::path::filename(Main).str() +
                     "' has no [[rpc::stubs]] to write files for");

  // Layouts of other headers are in theirs, too: a file needs no other one.
  Selection All;
  std::set<std::string> Written;
  for (const FileRequest &Request : FileRequests) {
    Written.insert(Request.Delivered.begin(), Request.Delivered.end());
    Selection More = select(M, Request.Interface, Written);
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
  llvm::SmallString<128> Path(Given.Folder);
  llvm::sys::path::append(Path, Stem + Extension);
  if (std::error_code Error = writeIfChanged(Path, Text))
    error({}, problem::File,
          "cannot write '" + std::string(Path) + "': " + Error.message());
}

void Pipeline::error(Location Loc, const Problem &What, std::string Message) {
  print(Finding{std::string(What.Name),
                Severity::Error,
                Loc,
                std::move(Message),
                {},
                {}});
}

} // namespace rpcgen
