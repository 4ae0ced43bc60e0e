//===- Nearest.cpp --------------------------------------------------------===//

#include "model/Nearest.h"

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace rpcgen;

namespace {

/// Levenshtein's distance.
std::size_t distance(std::string_view A, std::string_view B) {
  std::vector<std::size_t> Row(B.size() + 1);
  for (std::size_t J = 0; J <= B.size(); ++J)
    Row[J] = J;
  for (std::size_t I = 1; I <= A.size(); ++I) {
    std::size_t Diagonal = Row[0];
    Row[0] = I;
    for (std::size_t J = 1; J <= B.size(); ++J) {
      std::size_t Replaced = Diagonal + (A[I - 1] != B[J - 1]);
      Diagonal = Row[J];
      Row[J] = std::min({Replaced, Row[J] + 1, Row[J - 1] + 1});
    }
  }
  return Row.back();
}

} // namespace

std::string_view rpcgen::nearestName(std::span<const std::string_view> Names,
                                     std::string_view Misspelt) {
  auto Nearest = std::ranges::min_element(
      Names, {}, [&](std::string_view N) { return distance(N, Misspelt); });
  bool Close = Nearest != Names.end() &&
               distance(*Nearest, Misspelt) <= Misspelt.size() / 3 + 1;
  return Close ? *Nearest : "";
}

std::string_view rpcgen::meantName(std::span<const std::string_view> Names,
                                   std::string_view Misspelt) {
  const std::string_view Nearest = nearestName(Names, Misspelt);
  const std::size_t Far = distance(Nearest, Misspelt);
  const auto AsClose = std::ranges::count_if(
      Names, [&](std::string_view N) { return distance(N, Misspelt) == Far; });
  return AsClose == 1 && Far <= Misspelt.size() / 3 ? Nearest : "";
}
