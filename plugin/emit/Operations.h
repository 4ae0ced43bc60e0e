//===- Operations.h - the text of one operation ---------------------------===//
//
// An operation appears in five places: as a method of service, functions and
// client, as a frame that holds a call's parameters and result, and as the
// specialisation of rpc::operation that describes the frame.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_EMIT_OPERATIONS_H
#define RPCGEN_EMIT_OPERATIONS_H

#include "wire/Forms.h"

#include <string>
#include <string_view>

namespace rpcgen {

/// "void add_one(::std::uint32_t value, ::std::uint32_t* result);"
std::string declareOperation(const Operation &O);

std::string printServiceMethod(const Interface &I, const Operation &O);
std::string printFunctionsMethod(const Interface &I, const Operation &O);
std::string declareFunctionsMethod(const Interface &I, const Operation &O);
/// `Binding` is the class of what the call goes to, the data member `Data`.
std::string printClientMethod(const Interface &I, const Operation &O,
                              std::string_view Binding, std::string_view Data);
std::string declareClientMethod(const Operation &O, std::string_view Binding);

/// "::samples::echo::wire::add_one"
std::string frameName(const Interface &I, const Operation &O);
/// "" if nothing is stated.
std::string printProtection(Protection Least);
std::string printFrame(const Interface &I, const Operation &O);
std::string printOperation(const wire::Forms &All, const Interface &I,
                           const Operation &O);

} // namespace rpcgen

#endif // RPCGEN_EMIT_OPERATIONS_H
