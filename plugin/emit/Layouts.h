//===- Layouts.h - the wire form of types ---------------------------------===//
#ifndef RPCGEN_EMIT_LAYOUTS_H
#define RPCGEN_EMIT_LAYOUTS_H

#include "emit/Select.h"
#include "wire/Forms.h"

#include <string>

namespace rpcgen {

/// A specialisation of rpc::ndr::layout for every selected type, in their
/// namespace; "" if there is no such namespace.
std::string printLayouts(const wire::Forms &All, const Selection &Selected);

} // namespace rpcgen

#endif // RPCGEN_EMIT_LAYOUTS_H
