//===- Messages.h - what a call and its answer carry ----------------------===//
#ifndef RPCGEN_WIRE_MESSAGES_H
#define RPCGEN_WIRE_MESSAGES_H

#include "wire/Forms.h"

#include <string>
#include <vector>

namespace rpcgen::wire {

/// Of a parameter, which refers to it.
bool isPipe(const Type &T);

/// The parameters that travel one way, in order: [in] pipes come after all
/// others, [out] pipes before.
std::vector<const Parameter *> travelling(const Operation &O,
                                          bool Direction::*Way);

std::vector<Member> requestOf(const Forms &All, const Operation &O);
std::vector<Member> responseOf(const Forms &All, const Operation &O);

} // namespace rpcgen::wire

#endif // RPCGEN_WIRE_MESSAGES_H
