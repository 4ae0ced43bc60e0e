//===- Doubles.cpp --------------------------------------------------------===//

#include "attr/Doubles.h"

using namespace clang;

namespace rpcgen {

Doubles::Doubles(DiagnosticsEngine &Diagnostics, Decision IsDouble)
    : Owned(Diagnostics.takeClient()), Client(*Diagnostics.getClient()),
      IsDouble(std::move(IsDouble)) {
  copyCounts();
}

Doubles &Doubles::insertInto(DiagnosticsEngine &Diagnostics,
                             Decision IsDouble) {
  auto *Inserted = new Doubles(Diagnostics, std::move(IsDouble));
  Diagnostics.setClient(Inserted);
  return *Inserted;
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
    Holds = IsDouble && IsDouble(Info);
  if (Holds)
    return;
  Client.HandleDiagnostic(Level, Info);
  copyCounts();
}

} // namespace rpcgen
