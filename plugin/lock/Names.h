//===- Names.h - constructs and operations in words -----------------------===//
#ifndef RPCGEN_LOCK_NAMES_H
#define RPCGEN_LOCK_NAMES_H

#include "wire/Forms.h"

#include <string>

namespace rpcgen {

std::string print(wire::Wide Value);

/// "uint16", "a unique pointer", "a fixed array of 4 elements".
std::string nameOf(const wire::Forms &All, const wire::Construct &C);

std::string nameOf(const wire::Pointer &P);

/// Constructs whose layouts differ are different bytes.
std::string layoutOf(const wire::Forms &All, const wire::Construct &C);

/// With what is refused: "uint32 from 0 to 5".
std::string nameWithRange(const wire::Scalar &S);

/// "0 to 4 elements"
std::string countOf(const wire::Array &A);

/// Whether it has a number, and calls.
bool isRemote(const Operation &O);

/// "operation 3"
std::string number(const Operation &O);

/// "'list.next' of 'sum'", "the result of 'sum'".
std::string subject(const std::string &Path, const std::string &Operation);

} // namespace rpcgen

#endif // RPCGEN_LOCK_NAMES_H
