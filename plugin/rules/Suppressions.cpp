//===- Suppressions.cpp - suppressions that silence nothing ---------------===//

#include "rules/Rules.h"

using namespace rpcgen;

// Found by whoever applies them (policy/Judge.h).
const Rule rpcgen::UnusedSuppression = {"unused-suppression", Severity::Warning,
                                        "a suppression without an effect",
                                        nullptr};
