//===- Plain.h - types as IDL has them ------------------------------------===//
#ifndef RPCGEN_IDL_EXPORT_PLAIN_H
#define RPCGEN_IDL_EXPORT_PLAIN_H

#include "wire/Forms.h"

namespace rpcgen::idl {

/// The type of the same bytes that is made of pointers, arrays and definitions
/// only: a std::string is a pointer to a string. A variant stays what it is,
/// and so does a vector or span without a size that travels, since IDL has no
/// such type.
Type plain(const wire::Forms &All, const Type &T);

/// As a parameter: the pointer that a reference to a pointer is, too.
Type plainParameter(const wire::Forms &All, const Type &T);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_EXPORT_PLAIN_H
