//===- Printer.h - templates with the shape of their output ---------------===//
#ifndef RPCGEN_EMIT_PRINTER_H
#define RPCGEN_EMIT_PRINTER_H

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rpcgen {

/// One placeholder of a template and what to print for it.
using Value = std::pair<std::string_view, std::string>;

/// Prints a template: every $name$ becomes its value. The lines of a value
/// inherit the indentation of the line that holds the placeholder. A line whose
/// placeholders are all that it holds disappears when they are empty.
///
/// A line break in front of the template is not part of it, so that raw strings
/// can begin on a line of their own.
std::string print(std::string_view Template,
                  std::initializer_list<Value> Values);

/// The texts with Separator between them.
std::string join(const std::vector<std::string> &Texts,
                 std::string_view Separator);

/// A list that follows an opening bracket: on the same line if it is short,
/// else one item to a line.
std::string list(const std::vector<std::string> &Items);

} // namespace rpcgen

#endif // RPCGEN_EMIT_PRINTER_H
