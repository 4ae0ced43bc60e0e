#ifndef RPC_NDR_DUE_H
#define RPC_NDR_DUE_H

namespace rpc::ndr {

/// When a count or discriminant of a message is held against its expression. In this order, so
/// that no expression reads an element of an array whose size has not been checked.
enum class due {
  with_members,    ///< when the members of the structure have been read
  with_referents,  ///< when all pointees of the parameter have been read
  with_sizes,      ///< then, after the sizes of arrays
  at_end,          ///< when all parameters have been read
  last             ///< then, after the sizes of arrays
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DUE_H
