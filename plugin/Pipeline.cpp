//===- Pipeline.cpp -------------------------------------------------------===//

#include "Pipeline.h"
#include "bodies/Rules.h"
#include "emit/Emit.h"
#include "lock/Lock.h"
#include "read/Delivered.h"
#include "read/Namespaces.h"
#include "read/Read.h"
#include "remarks/Remarks.h"
#include "resolve/Resolve.h"
#include "rules/Rules.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace rpcgen {

Pipeline::Pipeline(CompilerInstance &CI, Options Wanted)
    : CI(CI), Given(std::move(Wanted)), Found(CI, Given.Wanted, Given.To),
      Stubs(CI, Given.Folder),
      Attributes(
          CI.getPreprocessor(),
          [this](Sema &S, const StubsRequest &R) { deliver(S, R); },
          [this](const Finding &F) { Found.pass(F); },
          [&CI] {
            return CI.hasSema() && isInInterface(CI.getSema().CurContext);
          }) {}

/// The attributes that are on no declaration, or not ours and meant to be.
void Pipeline::reportAttributes(Sema &S) {
  Attributes.reportUnapplied();
  Attributes.reportOthers([&] { return declaredRanges(S); });
}

/// After an error of the compiler an attribute may have lost its interface.
std::unique_ptr<Pipeline::Declared> Pipeline::read(Sema &S) const {
  return std::make_unique<Declared>(
      resolve(readModel(S, Found.compilerFailed() ? std::vector<const Decl *>()
                                                  : Attributes.Annotated)));
}

void Pipeline::deliver(Sema &S, const StubsRequest &Request) {
  reportAttributes(S);
  const auto D = read(S);
  const std::optional<std::string> Wanted = find(D->M, Request);
  if (!Wanted)
    return;

  const Selection Selected = Stubs.select(S, D->M, *Wanted, Request.Loc);
  const Location Here{Request.Loc.getRawEncoding()};
  const bool Sound = isSound(S, *D, Here);
  if (Sound && Given.Remarks)
    remark(*D, Selected);
  if (comesWithStubs(CI.getSourceManager(), Request.Loc))
    return;
  if (isRuntimeDeclared(S))
    Stubs.enter(Sound ? emitStubs(D->All, Selected)
                      : emitDeclarations(D->M, Selected),
                Request.Loc);
  else if (!Stubs.intoFiles() && !Found.compilerFailed())
    Found.error(Here, problem::RuntimeMissing,
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
  if (!Attributes.failed() && !Found.compilerFailed())
    Found.error({Request.Loc.getRawEncoding()}, problem::StubsWithoutInterface,
                "no interface " + (Name.empty() ? "" : "'" + Name + "' ") +
                    "is declared before this");
  return std::nullopt;
}

/// Whether stubs can be made of the model, as rules judge it.
bool Pipeline::isSound(Sema &S, const Declared &D, Location Here) {
  // What rules would say without a wrong attribute is not known.
  if (Attributes.failed())
    return false;
  const Judgement Rules = runRules(S, D);
  const bool Sound = !Rules.hasErrors() && !Attributes.isUnbuilt();
  if (Sound && !Rules.Silenced.empty())
    reportWithheld(Rules.Silenced.front(), Here);
  return Sound && Rules.Silenced.empty();
}

Judgement Pipeline::runRules(Sema &S, const Declared &D) {
  std::vector<Finding> Findings = check(D.All);
  // What clang refuses to read would not be empty.
  if (Found.compilerFailed())
    llvm::erase_if(Findings, [](const Finding &F) {
      return F.Rule == InterfaceEmpty.Name;
    });
  Judgement Rules = Found.judge(
      S, std::move(Findings), [](const Rule &R, const Suppression &) {
        // Interfaces of other translation units may have the same uuid.
        return !std::holds_alternative<std::monostate>(R.Judges) &&
               R.Name != UuidDuplicate.Name;
      });
  Judged = D.M;
  // After an error of the compiler there may be less to find.
  IdleSuppressions =
      Found.compilerFailed() ? std::vector<Finding>() : std::move(Rules.Idle);
  Found.report(Rules.Reported);
  return Rules;
}

/// Of other people's headers there is nothing to say.
void Pipeline::remark(const Declared &D, const Selection &Selected) {
  for (std::size_t I : Selected.Interfaces)
    if (const Interface &Each = D.M.Interfaces[I];
        !Found.inSystemHeader(Each.Loc))
      for (const Finding &F : remarksOf(D.All, Each))
        Found.pass(F);
}

/// A suppressed error is an error still. Files are written whole or not
/// at all.
void Pipeline::reportWithheld(const Finding &Silenced, Location Here) {
  Found.problem({std::string(problem::StubsWithheld.Name),
                 Stubs.intoFiles() ? Severity::Error : Severity::Warning,
                 Here,
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
      Given.Locks.empty() && !Stubs.intoFiles())
    return;
  const auto D = read(S);
  if (Given.OnEnd)
    Given.OnEnd(D->M, [&](std::vector<Finding> Findings) {
      auto Never = [](const Rule &, const Suppression &) { return false; };
      return Found.judge(S, std::move(Findings), Never).Reported;
    });
  if (Found.compilerFailed())
    reportUnstubbed(S, D->M);
  // What has changed since is in no stubs.
  if (!Attributes.failed() && D->M != Judged)
    runRules(S, *D);
  Found.report(std::move(IdleSuppressions));
  if (Found.anyErrors()) {
    if (Given.Bodies)
      reportUncheckedBodies(S, D->M);
    return;
  }
  if (Given.Bodies)
    checkImplementations(S, D->M);
  if (!Given.Locks.empty())
    checkLocks(S, *D);
  reportLateOperations(D->M);
  if (Stubs.intoFiles() && !Found.anyErrors())
    for (const Finding &F : Stubs.writeFiles(D->All))
      Found.pass(F);
}

/// Implementations that other sources have may need what headers suppress.
void Pipeline::checkImplementations(Sema &S, const Model &M) {
  Found.judgeAndReport(
      S, checkBodies(S.Context, M), [&](const Rule &R, const Suppression &At) {
        return R.By == Finder::Bodies &&
               CI.getSourceManager().isInMainFile(
                   SourceLocation::getFromRawEncoding(At.Loc.Raw));
      });
}

/// What a function does with parameters whose declaration is wrong is not
/// known.
void Pipeline::reportUncheckedBodies(Sema &S, const Model &M) {
  if (const Location First = firstBody(S.Context, M))
    Found.problem({std::string(problem::ImplementationsUnchecked.Name),
                   Severity::Warning,
                   First,
                   "because of errors, no implementation and no client of "
                   "this file is checked; correct the errors first",
                   {},
                   {}},
                  false);
}

void Pipeline::checkLocks(Sema &S, const Declared &D) {
  std::vector<Finding> Findings;
  for (const Model &Lock : Given.Locks)
    llvm::append_range(Findings, compareWithLock(D.All, Lock));
  Found.judgeAndReport(S, std::move(Findings),
                       [](const Rule &R, const Suppression &) {
                         return R.Name == OpnumChanged.Name;
                       });
}

/// An operation that an interface gets after its stubs would be lost.
void Pipeline::reportLateOperations(const Model &M) {
  for (const Interface &I : M.Interfaces)
    if (const Operation *Late = Stubs.lateOperation(I))
      Found.error(Late->Loc, problem::LateOperation,
                  "'" + Late->Name + "' is declared after the stubs of '" +
                      I.Name + "' were delivered, and is not in them");
}

/// Headers may leave the stubs to the one file that needs them. But where
/// something does not compile, it may be that there is no client.
void Pipeline::reportUnstubbed(Sema &S, const Model &M) {
  for (const Interface &I : M.Interfaces)
    if (!I.Local && !Stubs.has(S, I))
      Found.problem({std::string(problem::StubsMissing.Name),
                     Severity::Warning,
                     I.Loc,
                     "'" + I.Name +
                         "' has no stubs here, and so no client and "
                         "no service",
                     {{I.Loc, "write '[[rpc::stubs]];' after the interface"}},
                     {}},
                    Found.inSystemHeader(I.Loc));
}

} // namespace rpcgen
