#include "rules/Rule.h"

using namespace rpcgen;

/// What memory of rpc::allocate and of a server's call is aligned to.
constexpr unsigned MostAligned = 16;

template <class Definition>
static void check(const Definition &D, ModelReporter &R) {
  if (D.Alignment > MostAligned)
    R.report(D.Loc, quote(D.Name) + " is aligned to " +
                        std::to_string(D.Alignment) +
                        " bytes, and memory of stubs to " +
                        std::to_string(MostAligned))
        .note(D.Loc,
              "align it to at most " + std::to_string(MostAligned) + " bytes");
}

DEFINE_RULE(OverAligned) = {"over-aligned", Severity::Error,
                            "a type with an alignment of more than 16 bytes",
                            check<Structure>, check<Union>};
