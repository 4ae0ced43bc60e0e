//===- Meant.h - attributes that lack the namespace rpc -------------------===//
#ifndef RPCGEN_ATTR_MEANT_H
#define RPCGEN_ATTR_MEANT_H

#include "attr/Capture.h"

#include <string>
#include <string_view>

namespace clang {
class Preprocessor;
} // namespace clang

namespace rpcgen {

/// The name of our attribute that this one is meant to be; "" if it is an
/// attribute of another compiler or tool.
std::string_view meantBy(const OtherAttribute &A,
                         const clang::Preprocessor &PP);

/// As it is written: "RPC::in".
std::string spell(const OtherAttribute &A);

} // namespace rpcgen

#endif // RPCGEN_ATTR_MEANT_H
