//===- Collector.h - findings and errors -> results -----------------------===//
#ifndef RPC_CHECK_COLLECTOR_H
#define RPC_CHECK_COLLECTOR_H

#include "Census.h"
#include "Outline.h"
#include "Peers.h"
#include "Pipeline.h"
#include "Result.h"

#include "clang/Basic/Diagnostic.h"

namespace clang {
class ASTContext;
class SourceManager;
} // namespace clang

namespace rpc_check {

/// What a finding of that severity is among results.
Level levelOf(rpcgen::Severity S);

/// Takes what is found, and apart from it the errors of the compiler itself.
/// Its warnings are not asked for.
class Collector final : public clang::DiagnosticConsumer {
public:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  void add(const rpcgen::Finding &F, const clang::SourceManager &Sources);

  /// To be called while there are declarations still.
  void nameEntities(const clang::ASTContext &Context);

  /// Likewise.
  void count(const rpcgen::Model &Declared, const clang::SourceManager &Sources,
             const rpcgen::Options::Report &Report);

  std::vector<Result> takeResults();
  Census takeCensus() { return std::move(Counted); }
  Peers takePeers() { return std::move(Known); }
  Outlines takeOutlines() { return std::move(Interfaces); }
  const std::string &errors() const { return Errors; }
  bool hasResults() const { return !All.empty(); }

private:
  struct Found {
    Result R;
    clang::SourceLocation Loc;
  };
  std::vector<Found> All;
  Census Counted;
  Peers Known;
  Outlines Interfaces;
  std::string Errors;
};

} // namespace rpc_check

#endif // RPC_CHECK_COLLECTOR_H
