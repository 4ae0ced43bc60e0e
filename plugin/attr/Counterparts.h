//===- Counterparts.h - attributes of other languages ---------------------===//
#ifndef RPCGEN_ATTR_COUNTERPARTS_H
#define RPCGEN_ATTR_COUNTERPARTS_H

#include <string_view>

namespace rpcgen {

/// What to write for an attribute that MIDL or another interface language has
/// and the table has not; "" for any other name.
std::string_view counterpartOf(std::string_view Name);

} // namespace rpcgen

#endif // RPCGEN_ATTR_COUNTERPARTS_H
