#include "rules/Rule.h"

using namespace rpcgen;

// Found where two versions of an interface are compared (lock/Lock.h).
DEFINE_RULE(OpnumChanged) = {
    "opnum-changed", Severity::Error,
    "an operation that clients of an older version call in another form"};
