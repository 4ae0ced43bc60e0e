//===- Hex.h - bytes as hexadecimal digits --------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_HEX_H
#define RPCGEN_TOOLS_DUMP_HEX_H

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dump {

/// "0a ff"
std::string toHex(std::span<const std::byte> Bytes,
                  std::string_view Separator = " ");

/// The bytes of a text of digits. Blanks and line ends may stand between bytes,
/// and from '#' to the end of its line everything is a comment. Throws
/// std::runtime_error, which names the line, for anything else.
std::vector<std::byte> fromHex(std::string_view Text);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_HEX_H
