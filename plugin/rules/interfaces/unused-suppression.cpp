#include "rules/Rule.h"

using namespace rpcgen;

// Found where suppressions are applied (policy/Judge.h).
DEFINE_RULE(UnusedSuppression) = {"unused-suppression", Severity::Warning,
                                  "a suppression without an effect"};
