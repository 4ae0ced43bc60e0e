//===- Dissector.h - the wire form -> Lua for Wireshark -------------------===//
#ifndef RPCGEN_WIRESHARK_DISSECTOR_H
#define RPCGEN_WIRESHARK_DISSECTOR_H

#include "wire/Forms.h"

#include <cstddef>
#include <string>

namespace rpcgen {

struct Dissector {
  std::string Lua;
  std::size_t Operations = 0;
};

/// Shows the calls of all interfaces of a model without errors. Filters begin
/// with "dcerpc_" and `Name`, which is a word; `Source` is named in the first
/// line.
Dissector writeDissector(const wire::Forms &All, const std::string &Name,
                         const std::string &Source);

} // namespace rpcgen

#endif // RPCGEN_WIRESHARK_DISSECTOR_H
