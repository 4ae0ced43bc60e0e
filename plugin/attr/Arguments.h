//===- Arguments.h - what is between the parentheses ---------------------===//
#ifndef RPCGEN_ATTR_ARGUMENTS_H
#define RPCGEN_ATTR_ARGUMENTS_H

#include "attr/Capture.h"
#include "model/AttributeTable.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace rpcgen {

/// The arguments between the commas. A gap is an empty one; no token at all is
/// no argument.
std::vector<llvm::ArrayRef<ArgumentToken>>
splitArguments(llvm::ArrayRef<ArgumentToken> Tokens);

/// An argument as one word: tokens joined, strings without their quotes.
std::string wordOf(llvm::ArrayRef<ArgumentToken> Argument);

/// What is wrong with the arguments, as the end of a sentence that begins with
/// the name of the attribute; "" if nothing is.
std::string checkArguments(const WrittenAttribute &Attribute,
                           const AttributeRow &Row);

} // namespace rpcgen

#endif // RPCGEN_ATTR_ARGUMENTS_H
