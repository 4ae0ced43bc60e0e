//===- Interfaces.h - interfaces that are known at run time only ----------===//
//
// Descriptors of a model's operations, which the engines of the runtime
// execute, and frames to hold the parameters of calls. There is no marshalling
// here.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_INTERFACES_H
#define RPCGEN_TOOLS_DYNAMIC_INTERFACES_H

#include "model/Interface.h"

#include <rpc/ndr/descriptor.h>
#include <rpc/uuid.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dynamic {

/// An operation with the layout of its frame.
struct Operation {
  const rpcgen::Operation *Of = nullptr;
  rpc::ndr::frame_descriptor Described{};
  std::vector<rpc::ndr::parameter_descriptor> Parameters;
  std::vector<std::size_t> Offsets; ///< of the parameters, in a frame
  /// What the elements of a parameter are that is a pipe, else null.
  std::vector<const rpc::ndr::descriptor *> Elements;
  std::size_t Size = 0; ///< of a frame, in bytes

  bool hasPipes(bool In) const;
};

struct Interface {
  const rpcgen::Interface *Of = nullptr;
  rpc::syntax_id Id{};
  bool Ndr64 = true;                 ///< false: it has byte_count
  std::vector<Operation> Operations; ///< those with an opnum of their own
  /// Or null.
  const Operation *find(std::string_view Name) const;
  const Operation *find(std::uint16_t Opnum) const;
};

/// The interfaces of a model.
class Interfaces {
public:
  /// The model has been resolved, and no rule has found an error in it.
  explicit Interfaces(rpcgen::Model Resolved);
  ~Interfaces();

  const std::vector<Interface> &all() const { return All; }
  const rpcgen::Model &model() const;

private:
  struct Parts;
  std::unique_ptr<Parts> Own;
  std::vector<Interface> All;
};

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_INTERFACES_H
