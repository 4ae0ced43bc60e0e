//===- Database.h - how files are compiled --------------------------------===//
#ifndef RPC_CHECK_DATABASE_H
#define RPC_CHECK_DATABASE_H

#include "Options.h"

#include "clang/Tooling/CompilationDatabase.h"

#include <memory>

namespace rpc_check {

/// The commands of the folder that the options name, of the nearest folder
/// around the first file, or those after '--'. Ends the program with 2 if there
/// are none.
std::unique_ptr<clang::tooling::CompilationDatabase>
readDatabase(const Options &O);

} // namespace rpc_check

#endif // RPC_CHECK_DATABASE_H
