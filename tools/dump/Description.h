//===- Description.h - from descriptions to decoders ----------------------===//
#ifndef RPCGEN_TOOLS_DUMP_DESCRIPTION_H
#define RPCGEN_TOOLS_DUMP_DESCRIPTION_H

#include "Cache.h"

#include "model/Interface.h"

#include <rpc/ndr/decoder.h>

#include <span>
#include <string>
#include <vector>

namespace dump {

/// Makes decoders of headers and descriptions, with the compiler: what decodes
/// is the code that decodes in a server. The text of the stubs is compiled once
/// and kept in the cache; nothing of the data that are dumped gets there.
class Descriptions {
public:
  /// `Clang` is the clang++ to use; the plugin and the runtime are those that
  /// were built or installed together with this program, `Program`.
  Descriptions(std::string Clang, const char *Program);

  /// The description of an annotated header, as the plugin writes it.
  std::string describe(const std::string &Header,
                       const std::vector<std::string> &Arguments) const;

  /// The interfaces of a description. They live as long as this process.
  std::span<const rpc::ndr::interface_decoder>
  load(const rpcgen::Model &Description) const;

private:
  void run(std::vector<std::string> Arguments) const;
  void compile(const std::string &Source, const std::string &Output) const;
  std::string nameFor(const std::string &Source) const;

  std::string Clang, Plugin, Include, Runtime;
  Cache Compiled;
};

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_DESCRIPTION_H
