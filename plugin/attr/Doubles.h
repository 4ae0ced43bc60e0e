//===- Doubles.h - what is said once --------------------------------------===//
//
// Clang warns of each attribute that it does not know, and refuses each that
// is on a type. Where a session reports the same attribute, and says what to
// write, clang's message is held back.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_ATTR_DOUBLES_H
#define RPCGEN_ATTR_DOUBLES_H

#include "clang/Basic/Diagnostic.h"

#include <functional>
#include <memory>

namespace rpcgen {

class Doubles final : public clang::DiagnosticConsumer {
public:
  using Decision = std::function<bool(const clang::Diagnostic &)>;

  /// Is installed between `Diagnostics` and its client, and belongs to it,
  /// until it is destroyed, which may be before or after what decides goes:
  /// that is then to set the decision to null.
  static std::shared_ptr<Decision>
  insertInto(clang::DiagnosticsEngine &Diagnostics, Decision IsDouble);

  void BeginSourceFile(const clang::LangOptions &Options,
                       const clang::Preprocessor *PP) override;
  void EndSourceFile() override;
  void finish() override;
  bool IncludeInDiagnosticCounts() const override;
  void clear() override;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

private:
  Doubles(clang::DiagnosticsEngine &Diagnostics,
          std::shared_ptr<Decision> IsDouble);
  void copyCounts();

  std::unique_ptr<clang::DiagnosticConsumer> Owned;
  clang::DiagnosticConsumer &Client;
  const std::shared_ptr<Decision> IsDouble;
  bool Holds = false; ///< the last message, and with it its notes
};

} // namespace rpcgen

#endif // RPCGEN_ATTR_DOUBLES_H
