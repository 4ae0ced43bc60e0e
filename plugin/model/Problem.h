//===- Problem.h - what is found before and after the rules run -----------===//
#ifndef RPCGEN_MODEL_PROBLEM_H
#define RPCGEN_MODEL_PROBLEM_H

#include <string_view>

namespace rpcgen {

/// An error of attributes and deliveries. It ends in a name in brackets, as
/// what a rule finds does, and is in the list of all rules (rules/Rules.h).
struct Problem {
  std::string_view Name;
};

namespace problem {
#define PROBLEM(Identifier, Name, Level, Summary)                              \
  inline constexpr Problem Identifier = {Name};
#include "model/Problems.def"
} // namespace problem

} // namespace rpcgen

#endif // RPCGEN_MODEL_PROBLEM_H
