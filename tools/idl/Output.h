//===- Output.h - files that rpc-idl writes -------------------------------===//
#ifndef RPC_IDL_OUTPUT_H
#define RPC_IDL_OUTPUT_H

#include <string>

namespace rpc_idl {

/// Writes a file into a folder, which it makes where it is missing. False, and
/// a message, if it cannot.
bool writeInto(const std::string &Folder, const std::string &Name,
               const std::string &Text);

} // namespace rpc_idl

#endif // RPC_IDL_OUTPUT_H
