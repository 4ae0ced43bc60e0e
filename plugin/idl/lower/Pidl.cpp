//===- Pidl.cpp - Samba's dialect -----------------------------------------===//
//
// Types that need no import, bitmaps, and sizes that are written between the
// brackets of an array.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <map>

namespace rpcgen::idl {
namespace {

const std::map<std::string, std::string> &types() {
  static const std::map<std::string, std::string> Names = {
      {"uint8", "unsigned small"},
      {"int8", "small"},
      {"uint16", "unsigned short"},
      {"int16", "short"},
      {"uint32", "unsigned long"},
      {"int32", "long"},
      {"int64", "hyper"},
      {"uint64", "unsigned hyper"},
      {"uint8_t", "unsigned small"},
      {"uint16_t", "unsigned short"},
      {"uint32_t", "unsigned long"},
      {"uint64_t", "unsigned hyper"},
      {"bool8", "unsigned small"},
      {"uint3264", "unsigned __int3264"},
      {"int3264", "__int3264"},
      {"NTSTATUS", "unsigned long"},
      {"WERROR", "unsigned long"},
      {"HRESULT", "unsigned long"},
      {"NTTIME", "unsigned hyper"},
      {"time_t", "unsigned long"},
      {"hyper", "unsigned hyper"}};
  return Names;
}

void lowerType(Type &T) {
  if (T.K == Type::Kind::Bitmap && !T.Defined) {
    T.K = Type::Kind::Named;
  } else if (T.K == Type::Kind::Base && T.Name == "hyper") {
    T.Name = "unsigned hyper";
  } else if (T.K == Type::Kind::Named) {
    if (auto Found = types().find(T.Name); Found != types().end()) {
      T.K = Type::Kind::Base;
      T.Name = Found->second;
    }
  }
}

} // namespace

void lowerPidl(Program &P, Unit &U) {
  if (P.D != Dialect::Pidl)
    return;
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    forEachType(I, [&](const Type &T) { lowerType(const_cast<Type &>(T)); });
  });
}

} // namespace rpcgen::idl
