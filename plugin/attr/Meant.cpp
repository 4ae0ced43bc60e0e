//===- Meant.cpp ----------------------------------------------------------===//

#include "attr/Meant.h"
#include "Clang.h"
#include "model/AttributeTable.h"
#include "model/Nearest.h"

#include "clang/Basic/AttributeCommonInfo.h"
#include "clang/Basic/Attributes.h"
#include "clang/Lex/Preprocessor.h"

#include <algorithm>

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

bool isKnownToClang(const OtherAttribute &A, const Preprocessor &PP) {
  return hasAttribute(A.Gnu ? GnuSyntax : StandardSyntax, A.Scope, A.Name,
                      PP.getTargetInfo(), PP.getLangOpts());
}

/// RPC, rcp, rpcgen, midl.
bool isMisspeltNamespace(StringRef Scope) {
  static constexpr std::string_view Ours[] = {"rpc"};
  const std::string Lower = Scope.lower();
  return StringRef(Lower).contains("rpc") || StringRef(Lower).contains("idl") ||
         std::ranges::is_permutation(Lower, Ours[0]) ||
         !meantName(Ours, Lower).empty();
}

} // namespace

std::string_view meantBy(const OtherAttribute &A, const Preprocessor &PP) {
  StringRef Name = A.Name->getName();
  if (isKnownToClang(A, PP) ||
      (A.Scope && !isMisspeltNamespace(A.Scope->getName())))
    return "";
  // rpc_in
  const bool Prefixed = !A.Scope && Name.consume_front("rpc_");
  if (const AttributeRow *Row = findAttribute(Name))
    return Row->Name;
  const std::string_view Nearest = nearestAttribute(Name);
  const bool IsCertain =
      A.Scope || Prefixed || Nearest.find(',') != Nearest.npos;
  return IsCertain ? Nearest : meantAttribute(Name);
}

std::string spell(const OtherAttribute &A) {
  const std::string Name = A.Name->getName().str();
  if (A.Gnu)
    return "__attribute__((" + Name + "))";
  return A.Scope ? A.Scope->getName().str() + "::" + Name : Name;
}

} // namespace rpcgen
