//===- Json.h - the parameters of calls as JSON ---------------------------===//
//
// Integers are numbers, enumerators names, 16-bit text and text in UTF-8 are
// strings, as is a uuid and a FILETIME ("2026-11-29T12:00:00Z"); what is no
// text or no time is numbers. Octets are hexadecimal digits. A union is an
// object of the arm that is selected: {"name": ...}, or {} of an empty one. A
// full pointer is {"$id": 1, "value": ...}, and {"$id": 1} where it points to
// what has been shown; all other pointers are null or what they point to. A
// pipe is an array, a context handle {"attributes": 0, "uuid": "..."}.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_JSON_JSON_H
#define RPCGEN_TOOLS_DYNAMIC_JSON_JSON_H

#include "../Frame.h"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>

namespace dynamic {

using Json = nlohmann::ordered_json;

/// "info.names[2].length: expected an integer, got a string"
struct JsonError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What the result of an operation is called.
inline constexpr const char *ResultName = "return";

/// The parameters that travel that way. Throws JsonError if they are nested too
/// deeply.
Json toJson(Frame &From, bool IsRequest);

/// Sets the [in] parameters of a new frame. Throws JsonError.
void fromJson(const Json &From, Frame &Into);

/// A request to fill in, which can be sent: each array has one element where it
/// may, what is null or recursive is null.
Json templateOf(const Operation &Of);

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_JSON_JSON_H
