//===- Equal.h - a header and an IDL file of the same interfaces ----------===//
#ifndef RPC_IDL_EQUAL_H
#define RPC_IDL_EQUAL_H

#include "Options.h"

#include <string>

namespace rpc_idl {

/// Says where the header and the IDL file differ on the wire. The result is the
/// exit status.
int compareWithIdl(const Options &Given, const std::string &Include);

} // namespace rpc_idl

#endif // RPC_IDL_EQUAL_H
