//===- Shape.h - how a value travels, as a template argument --------------===//
#ifndef RPCGEN_EMIT_SHAPE_H
#define RPCGEN_EMIT_SHAPE_H

#include "emit/Expressions.h"
#include "wire/Construct.h"

#include <string>
#include <string_view>
#include <vector>

namespace rpcgen {

/// The shape of one field, parameter or result.
struct Shape {
  /// ", ndr::ref<ndr::string>": what follows the member pointer. Nothing for
  /// plain values.
  std::string Argument;
  /// The functions that the shape names, a line each.
  std::vector<std::string> Functions;
};

Shape shapeOf(const wire::Construct &C, std::string_view Name, const Scope &S);

} // namespace rpcgen

#endif // RPCGEN_EMIT_SHAPE_H
