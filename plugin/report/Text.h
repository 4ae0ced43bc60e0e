//===- Text.h - what fix-its take out of sources --------------------------===//
#ifndef RPCGEN_REPORT_TEXT_H
#define RPCGEN_REPORT_TEXT_H

#include <cstddef>
#include <optional>
#include <string_view>

namespace rpcgen {

/// A part of the text of a file.
struct Part {
  std::size_t Begin, End;
};

/// An attribute whose name, without its namespace, is at the offset, with the
/// comma that it leaves; the brackets as well, if nothing else is in
/// them. Nothing if the text is written in another way.
std::optional<Part> attributeAt(std::string_view Text, std::size_t Name);

/// The name of a rule at the offset, or in quotes there: letters, digits, '_'
/// and '-'.
std::optional<Part> ruleAt(std::string_view Text, std::size_t At);

/// The word at the offset, with brackets of its own and the space after it, but
/// for ends of lines.
std::optional<Part> operatorAt(std::string_view Text, std::size_t Word);

/// The const before the name of a type, if it is the word before it.
std::optional<Part> constBefore(std::string_view Text, std::size_t Type);

} // namespace rpcgen

#endif // RPCGEN_REPORT_TEXT_H
