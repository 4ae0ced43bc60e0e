//===- Export.h - IDL out -------------------------------------------------===//
#ifndef RPC_IDL_EXPORT_H
#define RPC_IDL_EXPORT_H

#include "Options.h"

#include <string>

namespace rpc_idl {

/// Writes the IDL and ACF files of a header. The result is the exit status.
int exportHeader(const Options &Given, const std::string &Include);

} // namespace rpc_idl

#endif // RPC_IDL_EXPORT_H
