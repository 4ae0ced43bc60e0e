//===- Guard.h - what several headers may deliver -------------------------===//
#ifndef RPCGEN_EMIT_GUARD_H
#define RPCGEN_EMIT_GUARD_H

#include <string>
#include <string_view>

namespace rpcgen {

/// The text with an include guard of its own. Headers that share a type, or an
/// interface, deliver it each, and one translation unit may read them all.
/// `What` is "LAYOUT" or "STUBS" and `Spelling` the name that they are for.
std::string printGuarded(std::string_view What, std::string_view Spelling,
                         const std::string &Text);

} // namespace rpcgen

#endif // RPCGEN_EMIT_GUARD_H
