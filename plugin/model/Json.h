//===- Json.h - the model as JSON -----------------------------------------===//
//
// The description that a file delivery writes beside the stubs. Equal models
// give equal text; locations are left out, and so is every member that has its
// default value. What is decided of a part is in its member "decided"; its
// other members are what is written, with pointers and arrays as they are
// resolved.
//
// Descriptions are kept for years, as locks (lock/Lock.h). Each begins with
// "format", the number of the format that it is written in, and
// "needs_format", that of the oldest reader that understands all of it: such a
// reader overlooks members that it does not know. Format 2 had no "decided",
// but what is in it among the other members, and what is decided of calls in
// attributes only. Format 1 had neither number, and wrote a uuid as 16 numbers.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_JSON_H
#define RPCGEN_MODEL_JSON_H

#include "model/Interface.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rpcgen {

/// Of what toJson writes. Members.h says when they change.
constexpr std::uint32_t DescriptionFormat = 3;
constexpr std::uint32_t DescriptionNeedsFormat = 3;

std::string toJson(const Model &M);

/// The model of a description in this or an older format, without its
/// locations, and such that later stages can rely on it (Sound.h). Throws
/// std::runtime_error if the text holds none: what it is instead, as the end
/// of a sentence that begins "'echo.rpc.json' is".
Model fromJson(std::string_view Text);

} // namespace rpcgen

#endif // RPCGEN_MODEL_JSON_H
