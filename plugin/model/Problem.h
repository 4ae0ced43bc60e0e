//===- Problem.h - what is found before and after the rules run -----------===//
#ifndef RPCGEN_MODEL_PROBLEM_H
#define RPCGEN_MODEL_PROBLEM_H

#include <string_view>

namespace rpcgen {

/// An error of attributes and deliveries. It ends in a name in brackets, as
/// what a rule finds does.
struct Problem {
  std::string_view Name;
  std::string_view Summary; ///< one sentence without its full stop
};

namespace problem {
#define PROBLEM(Identifier, Name, Summary)                                     \
  inline constexpr Problem Identifier = {Name, Summary};
#include "model/Problems.def"
} // namespace problem

/// All of them, in order of their names.
inline constexpr Problem AllProblems[] = {
#define PROBLEM(Identifier, Name, Summary) problem::Identifier,
#include "model/Problems.def"
};

} // namespace rpcgen

#endif // RPCGEN_MODEL_PROBLEM_H
