//===- Operators.cpp ------------------------------------------------------===//

#include "read/Operators.h"

#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;

unsigned rpcgen::precedenceOf(StringRef Operator) {
  return llvm::StringSwitch<unsigned>(Operator)
      .Cases("*", "/", "%", 10)
      .Cases("+", "-", 9)
      .Cases("<<", ">>", 8)
      .Cases("<", ">", "<=", ">=", 7)
      .Cases("==", "!=", 6)
      .Case("&", 5)
      .Case("^", 4)
      .Case("|", 3)
      .Case("&&", 2)
      .Case("||", 1)
      .Default(0);
}

StringRef rpcgen::usualName(StringRef Token) {
  return llvm::StringSwitch<StringRef>(Token)
      .Case("and", "&&")
      .Case("or", "||")
      .Case("not", "!")
      .Case("not_eq", "!=")
      .Case("bitand", "&")
      .Case("bitor", "|")
      .Case("xor", "^")
      .Case("compl", "~")
      .Default(Token);
}

StringRef rpcgen::objection(StringRef Token) {
  return llvm::StringSwitch<StringRef>(Token)
      .Cases("++", "--", "++ and -- are not allowed")
      .Cases("=", "+=", "-=", "*=", "/=", "assignments are not allowed")
      .Cases(
          "%=", "&=", "|=", "^=", "<<=", ">>=", "assignments are not allowed")
      .Cases(".", "->", "only parameters or fields next to it can be named")
      .Case("(", "calls are not allowed")
      .Case("{", "braces are not allowed")
      .Case("&", "addresses are not allowed")
      .Case(",", "the comma operator is not allowed")
      .Default("");
}
