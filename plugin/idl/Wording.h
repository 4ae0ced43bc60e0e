//===- Wording.h - messages over IDL --------------------------------------===//
#ifndef RPCGEN_IDL_WORDING_H
#define RPCGEN_IDL_WORDING_H

#include <string>
#include <string_view>

namespace rpcgen::idl {

/// What a rule says of a header, in the words of IDL: "write '[unique]'" for
/// "write '[[rpc::unique]]'", 'long' for 'std::int32_t'.
std::string inWordsOfIdl(std::string_view Message);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_WORDING_H
