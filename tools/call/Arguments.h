//===- Arguments.h - the command line -------------------------------------===//
#ifndef RPCGEN_TOOLS_CALL_ARGUMENTS_H
#define RPCGEN_TOOLS_CALL_ARGUMENTS_H

#include <rpc/connection.h>
#include <rpc/ndr/syntax.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace call {

enum class Task { Call, Interactive, List, Describe, Template, Encode };

struct Arguments {
  Task What = Task::Call;
  std::string Binding;               ///< of tasks that call
  std::string File;                  ///< header, IDL or description
  std::string Operation;             ///< "" where the task needs none
  std::string Json;                  ///< as given: text, "@FILE", or "-"
  std::vector<std::string> Compiler; ///< options for headers and IDL
  std::optional<rpc::ndr::syntax> Syntax;
  bool Dump = false;
  std::map<std::string, std::string> In, Out; ///< files of pipes, by name
  std::optional<rpc::uuid> Object;
  rpc::connection_options Connection;
};

/// Throws std::runtime_error. May ask for a password at the terminal.
Arguments parseArguments(int Count, const char *const *Words);

/// What a file holds; "-" is the standard input. Throws std::runtime_error.
std::string readFile(const std::string &Path);

} // namespace call

#endif // RPCGEN_TOOLS_CALL_ARGUMENTS_H
