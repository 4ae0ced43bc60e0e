//===- Names.cpp ----------------------------------------------------------===//

#include "idl/Names.h"

#include <cctype>
#include <set>

namespace rpcgen::idl {

std::string identifier(const std::string &Name) {
  // Keywords of C++ that IDL has as names, macros of <cerrno> and its like, and
  // the namespaces of the library.
  static const std::set<std::string> Taken = {
      "alignas",   "alignof",   "and",      "asm",      "auto",
      "bitand",    "bitor",     "bool",     "break",    "catch",
      "char8_t",   "char16_t",  "char32_t", "class",    "co_await",
      "co_return", "co_yield",  "compl",    "concept",  "consteval",
      "constexpr", "continue",  "decltype", "delete",   "do",
      "else",      "errno",     "explicit", "export",   "false",
      "for",       "friend",    "goto",     "if",       "inline",
      "mutable",   "namespace", "new",      "noexcept", "not",
      "nullptr",   "operator",  "or",       "private",  "protected",
      "public",    "register",  "requires", "return",   "static",
      "template",  "this",      "throw",    "true",     "try",
      "typeid",    "typename",  "using",    "virtual",  "volatile",
      "while",     "xor",       "stdin",    "stdout",   "stderr",
      "rpc",       "std",       "default",  "case",     "switch",
      "goto",      "NULL"};
  std::string Result;
  for (char C : Name)
    Result += std::isalnum(static_cast<unsigned char>(C)) || C == '_' ? C : '_';
  if (Result.empty() || std::isdigit(static_cast<unsigned char>(Result[0])))
    Result.insert(0, "_");
  return Taken.count(Result) ? Result + "_" : Result;
}

bool isReserved(const std::string &Name) {
  static const std::set<std::string> Words = {"client", "basic_client",
                                              "service", "functions", "wire"};
  return Words.count(Name) != 0;
}

} // namespace rpcgen::idl
