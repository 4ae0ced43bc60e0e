//===- Files.h - whole files ----------------------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_FILES_H
#define RPCGEN_TOOLS_DUMP_FILES_H

#include <string>

namespace dump {

/// What is in a file; "-" is the standard input. Throws std::runtime_error.
std::string readFile(const std::string &Path);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_FILES_H
