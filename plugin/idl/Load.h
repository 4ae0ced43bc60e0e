//===- Load.h - a file and its imports, read ------------------------------===//
#ifndef RPCGEN_IDL_LOAD_H
#define RPCGEN_IDL_LOAD_H

#include "idl/Program.h"
#include "idl/Tokens.h"

namespace rpcgen::idl {

/// Reads `Path` and everything that it imports into `Into`. `Shipped` is the
/// folder of the files that come with rpcgen, which are taken for those of
/// Microsoft that are not found.
/// `AcfPath` is the file of more attributes, "" for one beside the IDL file
/// that may be there.
void load(const std::string &Path, const std::string &AcfPath, Sources &From,
          const std::string &Shipped, Program &Into);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_LOAD_H
