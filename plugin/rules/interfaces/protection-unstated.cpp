#include "rules/Rule.h"

#include <algorithm>
#include <vector>

using namespace rpcgen;

constexpr const char *Advice =
    "write 'rpc::protection(privacy)', or a lower level that is enough, or "
    "'rpc::protection(none)'";

/// Where no operation states it, the whole interface does not.
static void check(const Interface &I, ModelReporter &R) {
  std::vector<const Operation *> Remote;
  for (const Operation &O : I.Operations)
    if (!O.Local)
      Remote.push_back(&O);
  auto IsUnstated = [](const Operation *O) {
    return O->LeastProtection == Protection::Unstated;
  };
  if (Remote.empty() || std::ranges::none_of(Remote, IsUnstated))
    return;
  if (std::ranges::all_of(Remote, IsUnstated)) {
    R.report(I.Loc, "interface " + quote(I.Name) +
                        " does not state the protection of its calls")
        .note(I.Loc, Advice);
    return;
  }
  for (const Operation *O : Remote)
    if (IsUnstated(O))
      R.report(O->Loc, "operation " + quote(O->Name) +
                           " does not state the protection of its calls")
          .note(O->Loc, Advice);
}

DEFINE_RULE(ProtectionUnstated) = {
    "protection-unstated", Severity::Off,
    "an operation whose protection neither it nor its interface states", check};
