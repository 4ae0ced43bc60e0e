//===- Pipeline.h - from declarations to delivered stubs ------------------===//
#ifndef RPCGEN_PIPELINE_H
#define RPCGEN_PIPELINE_H

#include "attr/Comments.h"
#include "attr/Session.h"
#include "emit/Select.h"
#include "model/Finding.h"
#include "model/Interface.h"
#include "model/Problem.h"
#include "policy/Judge.h"
#include "policy/Settings.h"

#include "llvm/ADT/ArrayRef.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace clang {
class CompilerInstance;
class Sema;
} // namespace clang

namespace rpcgen {

/// What the user says to the plugin.
struct Options {
  std::string Folder; ///< that files are written into; "" for none
  Settings Wanted;
  bool Bodies = false;      ///< whether implementations are checked as well
  bool Remarks = false;     ///< whether the memory of parameters is explained
  std::vector<Model> Locks; ///< what interfaces have to agree with
  /// Told at the end what the translation unit declares, and how findings in it
  /// are reported: without those that the user does not want.
  using Report = std::function<std::vector<Finding>(std::vector<Finding>)>;
  std::function<void(const Model &, const Report &)> OnEnd;
};

/// The stages in their order, for one compilation.
class Pipeline {
public:
  Pipeline(clang::CompilerInstance &CI, Options Given);

  /// At the end of the translation unit.
  void finish(clang::Sema &S);

private:
  struct FileRequest {
    std::string Interface;
    std::set<std::string> Delivered; ///< interfaces, before this request
  };

  Model read(clang::Sema &S) const;
  void reportAttributes(clang::Sema &S);
  void deliver(clang::Sema &S, const StubsRequest &Request);
  std::optional<std::string> find(const Model &M, const StubsRequest &Request);
  void checkImplementations(clang::Sema &S, const Model &M);
  void checkLocks(clang::Sema &S, const Model &M);
  Judgement judgeHere(clang::Sema &S, std::vector<Finding> Findings,
                      const IsDone &Done);
  void reportJudged(clang::Sema &S, std::vector<Finding> Findings,
                    const IsDone &Done);
  void print(llvm::ArrayRef<Finding> Findings);
  bool compilerFailed() const;
  void reportOnce(std::vector<Finding> Findings);
  bool isSound(clang::Sema &S, const Model &Resolved, Location Stubs);
  Judgement runRules(clang::Sema &S, const Model &Resolved);
  void remark(const Model &M, const Selection &Selected);
  void reportWithheld(const Finding &Silenced, Location Stubs);
  void reportLateOperations(const Model &M);
  void reportUnstubbed(clang::Sema &S, const Model &M);
  void reportProblem(Finding F, bool InSystemHeader);
  void writeFiles(const Model &M);
  void writeFile(const std::string &Stem, const char *Extension,
                 const std::string &Text);
  void error(Location Loc, const Problem &What, std::string Message);

  clang::CompilerInstance &CI;
  const Options Given;
  Session Attributes;
  Comments Suppressed;
  std::set<std::string> Delivered;
  bool Failed = false; ///< an error of ours was reported
  Model Judged;        ///< when rules ran the last time
  /// How many operations each interface had when it was delivered.
  std::map<std::string, std::size_t> OperationsSeen;
  std::set<std::tuple<std::string, std::uint32_t, std::string>> Reported;
  std::vector<FileRequest> FileRequests;
  std::vector<Finding> IdleSuppressions; ///< likewise
};

} // namespace rpcgen

#endif // RPCGEN_PIPELINE_H
