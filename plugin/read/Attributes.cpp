//===- Attributes.cpp -----------------------------------------------------===//

#include "read/Attributes.h"
#include "attr/Arguments.h"
#include "attr/Table.h"
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

Attribute readAttribute(const Annotation &A, const AttributeRow &Row,
                        const Names &Known) {
  Attribute Result;
  Result.Name = A.Name.str();
  Result.Text = joined(A.Arguments);
  Result.Loc = {A.Loc.getRawEncoding()};
  for (llvm::ArrayRef<ArgumentToken> Argument : splitArguments(A.Arguments))
    if (Row.Arguments == ArgumentKind::Words)
      Result.Words.push_back(wordOf(Argument));
    else if (Row.Arguments == ArgumentKind::TypeName)
      Result.Words.push_back(joined(Argument));
    else if (Argument.empty())
      Result.Expressions.push_back(std::nullopt);
    else
      Result.Expressions.push_back(readExpression(Argument, Known));
  return Result;
}

} // namespace

AttributeList readAttributes(const Decl *D, const Names &Known) {
  AttributeList Result;
  for (const Annotation &A : annotationsOf(D))
    if (const AttributeRow *Row = findAttribute(A.Name);
        Row && A.Name != SuppressName)
      Result.push_back(readAttribute(A, *Row, Known));
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
