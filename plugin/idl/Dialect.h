//===- Dialect.h - whose IDL it is ----------------------------------------===//
#ifndef RPCGEN_IDL_DIALECT_H
#define RPCGEN_IDL_DIALECT_H

namespace rpcgen::idl {

enum class Dialect {
  Midl,
  Widl, ///< MIDL as Wine's compiler takes it
  Pidl, ///< Samba's
  Dce
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_DIALECT_H
