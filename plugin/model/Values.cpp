//===- Values.cpp ---------------------------------------------------------===//

#include "model/Values.h"

#include <algorithm>

using namespace rpcgen;

ValueRange rpcgen::valuesOf(const Enumeration &E) {
  std::int64_t Least = 0, Greatest = 0;
  for (const Enumerator &Each : E.Enumerators) {
    Least = std::min(Least, Each.Value);
    Greatest = std::max(Greatest, Each.Value);
  }
  std::int64_t High = Least < 0 ? 0 : 1;
  while (High < Greatest || ~High > Least)
    High = 2 * High + 1;
  return {Least < 0 ? ~High : 0, High};
}
