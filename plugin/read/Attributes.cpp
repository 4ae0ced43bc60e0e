//===- Attributes.cpp -----------------------------------------------------===//

#include "read/Attributes.h"
#include "attr/Arguments.h"
#include "model/AttributeTable.h"
#include "read/Expressions.h"

using namespace clang;

namespace rpcgen {
namespace {

std::string joined(llvm::ArrayRef<ArgumentToken> Tokens) {
  std::string Text;
  for (const ArgumentToken &T : Tokens)
    Text += (Text.empty() ? "" : " ") + T.Text;
  return Text;
}

Attribute readAttribute(const Annotation &A, const Names &Known) {
  Attribute Result;
  Result.K = A.K;
  Result.Text = joined(A.Arguments);
  Result.Loc = {A.Loc.getRawEncoding()};
  for (llvm::ArrayRef<ArgumentToken> Argument : splitArguments(A.Arguments))
    switch (rowOf(A.K).Takes.Kind) {
    case ArgumentKind::Nothing:
      break;
    case ArgumentKind::Word:
    case ArgumentKind::PointerKind:
    case ArgumentKind::Allocating:
    case ArgumentKind::ProtectionLevel:
      Result.Words.push_back(wordOf(Argument));
      break;
    case ArgumentKind::TypeName:
      Result.Words.push_back(joined(Argument));
      break;
    case ArgumentKind::Expression:
    case ArgumentKind::Constant:
      Result.Expressions.push_back(
          Argument.empty() ? std::nullopt
                           : std::optional(readExpression(Argument, Known)));
      break;
    }
  return Result;
}

} // namespace

AttributeList readAttributes(const Decl *D, const Names &Known) {
  AttributeList Result;
  for (const Annotation &A : annotationsOf(D))
    if (A.K != Attribute::Suppress)
      Result.push_back(readAttribute(A, Known));
  return Result;
}

std::vector<const Decl *> redeclarations(const Decl *D) {
  const Decl *Newest = D->getMostRecentDecl();
  std::vector<const Decl *> Result(Newest->redecls_begin(),
                                   Newest->redecls_end());
  std::reverse(Result.begin(), Result.end());
  return Result;
}

AttributeList readAllAttributes(const Decl *D, const Names &Known) {
  AttributeList Result;
  for (const Decl *Redeclaration : redeclarations(D)) {
    AttributeList More = readAttributes(Redeclaration, Known);
    Result.insert(Result.end(), More.begin(), More.end());
  }
  return Result;
}

} // namespace rpcgen
