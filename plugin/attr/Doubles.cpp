//===- Doubles.cpp --------------------------------------------------------===//

#include "attr/Doubles.h"

using namespace clang;

namespace rpcgen {

Doubles::Doubles(DiagnosticsEngine &Diagnostics,
                 std::shared_ptr<Decision> IsDouble)
    : Owned(Diagnostics.takeClient()), Client(*Diagnostics.getClient()),
      IsDouble(std::move(IsDouble)) {
  copyCounts();
}

std::shared_ptr<Doubles::Decision>
Doubles::insertInto(DiagnosticsEngine &Diagnostics, Decision IsDouble) {
  auto Shared = std::make_shared<Decision>(std::move(IsDouble));
  Diagnostics.setClient(new Doubles(Diagnostics, Shared));
  return Shared;
}

/// The counts are read from the outermost client, through no virtual
/// function.
void Doubles::copyCounts() {
  NumErrors = Client.getNumErrors();
  NumWarnings = Client.getNumWarnings();
}

void Doubles::BeginSourceFile(const LangOptions &Options,
                              const Preprocessor *PP) {
  Client.BeginSourceFile(Options, PP);
}

void Doubles::EndSourceFile() {
  Client.EndSourceFile();
  copyCounts();
}

void Doubles::finish() { Client.finish(); }

bool Doubles::IncludeInDiagnosticCounts() const {
  return Client.IncludeInDiagnosticCounts();
}

void Doubles::clear() {
  Client.clear();
  copyCounts();
}

void Doubles::HandleDiagnostic(DiagnosticsEngine::Level Level,
                               const Diagnostic &Info) {
  if (Level != DiagnosticsEngine::Note)
    Holds = *IsDouble && (*IsDouble)(Info);
  if (Holds)
    return;
  Client.HandleDiagnostic(Level, Info);
  copyCounts();
}

} // namespace rpcgen
