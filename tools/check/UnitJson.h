//===- UnitJson.h - what was found in a file, as JSON and back ------------===//
#ifndef RPC_CHECK_UNITJSON_H
#define RPC_CHECK_UNITJSON_H

#include "Unit.h"

#include <nlohmann/json_fwd.hpp>

namespace rpc_check {

nlohmann::json jsonOf(const Unit &U);

/// Throws nlohmann::json::exception if the JSON is not that of a unit.
Unit unitFrom(const nlohmann::json &Text);

} // namespace rpc_check

#endif // RPC_CHECK_UNITJSON_H
