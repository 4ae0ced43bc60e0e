//===- Place.cpp ----------------------------------------------------------===//

#include "wire/Place.h"

namespace rpcgen::wire {
namespace {

bool isDereferenced(const std::string &Path) { return Path.front() == '*'; }

/// "*p" binds less than what follows it.
std::string closed(const std::string &Path) {
  return isDereferenced(Path) ? "(" + Path + ")" : Path;
}

} // namespace

Place fieldOf(const Place &Object, const Field &F) {
  std::string Of = isDereferenced(Object.Path)
                       ? closed(Object.Path.substr(1)) + "->"
                       : Object.Path + ".";
  return {Of + F.Name, F.Loc};
}

Place elementOf(const Place &Array) {
  return {closed(Array.Path) + "[]", Array.Loc};
}

Place pointeeOf(const Place &Pointer, const Type &T) {
  bool Decays = T.element().K == Type::Kind::Array &&
                (T.FromArray || T.element().Size || !T.element().Extent);
  bool Same = Decays || (T.FromReference && !T.Reseatable);
  return Same ? Pointer : Place{"*" + Pointer.Path, Pointer.Loc};
}

} // namespace rpcgen::wire
