//===- UnitJson.cpp -------------------------------------------------------===//

#include "UnitJson.h"

#include <nlohmann/json.hpp>

namespace rpc_check {
namespace {

using Json = nlohmann::json;

} // namespace

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Place, File, Line, Column)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Fix, File, Offset, Length, Text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Note, At, Message)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Result, At, Rule, Message, L, Entity, Notes,
                                   Fixes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Census, Interfaces, Operations, Types)

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Table, Name, Title, Heads, Rows)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Outline, Name, Identity, Tables)

static void to_json(Json &Out, const Peers::Peer &P) {
  Out = {P.Interface, P.Namespace, P.Operations, nullptr};
  if (P.L)
    Out.back() = *P.L;
}

static void from_json(const Json &In, Peers::Peer &P) {
  In.at(0).get_to(P.Interface);
  In.at(1).get_to(P.Namespace);
  In.at(2).get_to(P.Operations);
  if (!In.at(3).is_null())
    P.L = In.at(3).get<Level>();
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Peers, All)

Json jsonOf(const Unit &U) {
  return {{"results", U.Results},
          {"declared", U.Declared},
          {"known", U.Known},
          {"interfaces", U.Interfaces}};
}

Unit unitFrom(const Json &Text) {
  Unit U;
  Text.at("results").get_to(U.Results);
  Text.at("declared").get_to(U.Declared);
  Text.at("known").get_to(U.Known);
  Text.at("interfaces").get_to(U.Interfaces);
  return U;
}

} // namespace rpc_check
