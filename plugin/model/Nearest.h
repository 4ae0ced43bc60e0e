//===- Nearest.h - what a misspelt name was meant to be -------------------===//
#ifndef RPCGEN_MODEL_NEAREST_H
#define RPCGEN_MODEL_NEAREST_H

#include <span>
#include <string_view>

namespace rpcgen {

/// The one of the names that a misspelt one most likely means; "" if none is
/// close.
std::string_view nearestName(std::span<const std::string_view> Names,
                             std::string_view Misspelt);

/// The same if there can be no doubt, and the text may be put in its place: no
/// other name is as close, and most of the letters agree.
std::string_view meantName(std::span<const std::string_view> Names,
                           std::string_view Misspelt);

} // namespace rpcgen

#endif // RPCGEN_MODEL_NEAREST_H
