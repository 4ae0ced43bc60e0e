//===- Token.h - the words of an IDL file ---------------------------------===//
//
// What the preprocessor leaves of a file, without the preprocessor: comments
// are with the token that follows them, and a macro that is a constant is a
// token of its own where it is defined.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_IDL_TOKEN_H
#define RPCGEN_IDL_TOKEN_H

#include "model/Location.h"

#include <string>
#include <vector>

namespace rpcgen::idl {

struct Comment {
  Location Loc;
  std::string Text;       ///< with its marks
  bool OnNewLine = false; ///< nothing but space is before it
  bool IsApart = false;   ///< a blank line follows
};
using Comments = std::vector<Comment>;

struct Token {
  enum class Kind {
    Word,   ///< an identifier or a keyword
    Number, ///< as the preprocessor takes it: "1..n" and "1.0" are one
    String,
    Character,
    Mark,  ///< an operator or other punctuation
    Macro, ///< "#define Text Body"
    End
  };
  Kind K = Kind::End;
  Location Loc;
  std::string Text;
  Comments Before;
  std::vector<Token> Body = {};

  bool is(const char *Spelling) const {
    return (K == Kind::Word || K == Kind::Mark) && Text == Spelling;
  }
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_TOKEN_H
