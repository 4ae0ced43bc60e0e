//===- Described.h - decoders of interfaces that files describe -----------===//
#ifndef RPCGEN_TOOLS_DUMP_DESCRIBED_H
#define RPCGEN_TOOLS_DUMP_DESCRIBED_H

#include "Decoding.h"

#include "dynamic/Interfaces.h"

#include <memory>
#include <string>
#include <vector>

namespace dump {

/// The interfaces of models. What decodes them are the engines of the runtime.
class Described {
public:
  void add(rpcgen::Model Resolved);

  /// They live as long as this.
  const std::vector<rpc::ndr::interface_decoder> &decoders() const {
    return All;
  }

  /// As Settings::Values.
  std::string values(const Stub &Data) const;

private:
  struct Decoders;
  std::vector<std::shared_ptr<Decoders>> Kept;
  std::vector<rpc::ndr::interface_decoder> All;
};

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_DESCRIBED_H
