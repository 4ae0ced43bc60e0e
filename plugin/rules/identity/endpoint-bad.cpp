#include "rules/Rule.h"

using namespace rpcgen;

/// "ncacn_ip_tcp:host[5000]": a protocol, and an address in brackets.
static bool isBinding(std::string_view Text) {
  std::size_t Colon = Text.find(':'), Bracket = Text.rfind('[');
  bool Parts = Colon != Text.npos && Bracket != Text.npos && Colon > 0 &&
               Colon < Bracket && Text.ends_with(']') &&
               Bracket + 2 < Text.size();
  return Parts && Text.find_first_of("\"\n") == Text.npos;
}

static void check(const Interface &I, ModelReporter &R) {
  for (const std::string &Each : I.Endpoints)
    if (!isBinding(Each))
      R.report(find(I.Attributes, Attribute::Endpoint)->Loc,
               quote(Each) + " is not a valid binding string")
          .note(I.Loc, "write for example 'ncacn_ip_tcp:[5000]'");
}

DEFINE_RULE(EndpointBad) = {"endpoint-bad", Severity::Error,
                            "an endpoint that is not a valid binding string",
                            check};
