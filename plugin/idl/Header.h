//===- Header.h - tree -> annotated header --------------------------------===//
#ifndef RPCGEN_IDL_HEADER_H
#define RPCGEN_IDL_HEADER_H

#include "idl/Program.h"
#include "idl/Symbols.h"
#include "idl/Text.h"

namespace rpcgen::idl {

/// What an item has become.
struct Span {
  std::size_t Begin = 0, End = 0;
  Location Item;
};

struct Header {
  Text Written;
  std::vector<Span> Spans; ///< in their order

  /// Where the text at an offset is from.
  Location locate(std::size_t Offset) const;
  /// The item that has become the text at an offset; none for what is between
  /// items.
  Location itemAt(std::size_t Offset) const;
};

Header writeHeader(const Program &P, std::size_t Unit, const Symbols &Known);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_HEADER_H
