//===- Export.h - interfaces as IDL and ACF -------------------------------===//
#ifndef RPCGEN_IDL_EXPORT_EXPORT_H
#define RPCGEN_IDL_EXPORT_EXPORT_H

#include "model/Finding.h"
#include "model/Interface.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rpcgen::idl {

/// The compiler that reads it.
enum class Target { Midl, Widl, Dce };

struct Exported {
  std::string Idl;
  std::string Acf; ///< "" where there is nothing to say in one
  std::vector<Finding> Findings;
  std::size_t Operations = 0; ///< that travel
  std::size_t Ready = 0;      ///< of these those that IDL can say
};

/// All interfaces of a resolved model without errors. An operation that IDL
/// cannot say keeps its number. `Source` is named in the first line.
Exported exportIdl(const Model &M, Target For, const std::string &Source);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_EXPORT_EXPORT_H
