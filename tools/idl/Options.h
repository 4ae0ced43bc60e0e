//===- Options.h - the command line ---------------------------------------===//
#ifndef RPC_IDL_OPTIONS_H
#define RPC_IDL_OPTIONS_H

#include "idl/Tokens.h"
#include "idl/export/Export.h"

#include <string>
#include <vector>

namespace rpc_idl {

struct Options {
  enum class Command { Import, Export, Equal, Extract };
  Command C = Command::Import;
  std::string File;
  std::string Idl;    ///< what `File` is compared with
  std::string Acf;    ///< "" for none, or one beside the file
  std::string Folder; ///< "" for standard output
  std::string Namespace;
  rpcgen::idl::TokenOptions Tokens;
  rpcgen::idl::Target For = rpcgen::idl::Target::Midl;
  bool ForWireshark = false; ///< a dissector instead
  bool Quiet = false;        ///< no remarks
};

/// Ends the program with 2 if the command line is wrong.
Options parseOptions(int Count, const char **Words);

/// Says what is wrong and ends the program with 2.
[[noreturn]] void refuse(const std::string &Why);

} // namespace rpc_idl

#endif // RPC_IDL_OPTIONS_H
