//===- Pipeline.h - from declarations to delivered stubs ------------------===//
#ifndef RPCGEN_PIPELINE_H
#define RPCGEN_PIPELINE_H

#include "Delivery.h"
#include "Reports.h"
#include "attr/Session.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rpcgen {

/// What the user says to the plugin.
struct Options {
  std::string Folder; ///< that files are written into; "" for none
  Settings Wanted;
  bool Bodies = false;      ///< whether implementations are checked as well
  bool Remarks = false;     ///< whether the memory of parameters is explained
  std::vector<Model> Locks; ///< what interfaces have to agree with
  Sink To;                  ///< where findings go; printed without one
  /// Called at the end with what the translation unit declares, and how
  /// findings in it are reported: without those that the user does not want.
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
  /// What is declared so far, resolved, and how it travels.
  struct Declared {
    explicit Declared(Model Read) : M(std::move(Read)), All(M) {}
    const Model M;
    const wire::Forms All; ///< refers to M
  };

  std::unique_ptr<Declared> read(clang::Sema &S) const;
  void reportAttributes(clang::Sema &S);
  void deliver(clang::Sema &S, const StubsRequest &Request);
  std::optional<std::string> find(const Model &M, const StubsRequest &Request);
  Judgement runRules(clang::Sema &S, const Declared &D);
  bool isSound(clang::Sema &S, const Declared &D, Location Stubs);
  void remark(const Declared &D, const Selection &Selected);
  void reportWithheld(const Finding &Silenced, Location Stubs);
  void reportUncheckedBodies(clang::Sema &S, const Model &M);
  void checkImplementations(clang::Sema &S, const Model &M);
  void checkLocks(clang::Sema &S, const Declared &D);
  void reportLateOperations(const Model &M);
  void reportUnstubbed(clang::Sema &S, const Model &M);

  clang::CompilerInstance &CI;
  const Options Given;
  Reports Found;
  Delivery Stubs;
  Session Attributes;
  Model Judged;                          ///< when rules ran the last time
  std::vector<Finding> IdleSuppressions; ///< likewise
};

} // namespace rpcgen

#endif // RPCGEN_PIPELINE_H
