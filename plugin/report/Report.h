//===- Report.h - findings as diagnostics of the compiler -----------------===//
#ifndef RPCGEN_REPORT_REPORT_H
#define RPCGEN_REPORT_REPORT_H

#include "model/Finding.h"
#include "policy/Judge.h"

#include "clang/Basic/Diagnostic.h"

#include <functional>

namespace rpcgen {

/// Where findings go. Each is at the level that it is reported at.
using Sink = std::function<void(const Finding &)>;

/// Prints each as "message [rule]", with its notes and fix-its.
Sink printer(clang::DiagnosticsEngine &Diagnostics);

/// What a fix-it changes in the sources; a null hint if it is not there.
clang::FixItHint hintOf(const clang::SourceManager &Sources, const FixIt &Fix);

/// What the compiler knows of the locations that its sources have. In system
/// headers it says nothing only if it has not been asked to.
Sources sourcesOf(const clang::DiagnosticsEngine &Diagnostics);

} // namespace rpcgen

#endif // RPCGEN_REPORT_REPORT_H
