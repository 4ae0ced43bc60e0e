//===- Report.h - findings as diagnostics of the compiler -----------------===//
#ifndef RPCGEN_REPORT_REPORT_H
#define RPCGEN_REPORT_REPORT_H

#include "model/Finding.h"
#include "policy/Judge.h"

#include <span>

namespace clang {
class DiagnosticsEngine;
}

namespace rpcgen {

/// Prints each finding as "message [rule]", with its notes and fix-its.
void report(clang::DiagnosticsEngine &Diagnostics,
            std::span<const Finding> Findings);

/// What the compiler knows of the locations that its sources have. In system
/// headers it says nothing only if it has not been asked to.
Sources sourcesOf(const clang::DiagnosticsEngine &Diagnostics);

} // namespace rpcgen

#endif // RPCGEN_REPORT_REPORT_H
