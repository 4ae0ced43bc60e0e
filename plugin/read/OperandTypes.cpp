//===- OperandTypes.cpp ---------------------------------------------------===//

#include "read/OperandTypes.h"
#include "read/Standard.h"

#include "clang/AST/Decl.h"

using namespace clang;
using llvm::ArrayRef;

namespace rpcgen {
namespace {

/// The bracket that opens what the last token closes.
std::size_t openerOfLast(ArrayRef<ArgumentToken> Tokens) {
  unsigned Open = 0;
  std::size_t At = Tokens.size();
  do {
    llvm::StringRef T = Tokens[--At].Text;
    Open += T == ")" || T == "]";
    Open -= T == "(" || T == "[";
  } while (At > 0 && Open > 0);
  return At;
}

} // namespace

QualType pointeeType(QualType Q) {
  if (Q->isPointerType())
    return Q->getPointeeType();
  if (const TagDecl *Tag = Q->getAsTagDecl())
    if (auto Class = standardClass(Tag);
        Class == StandardClass::Optional ||
        Class == StandardClass::UniquePointer ||
        Class == StandardClass::SharedPointer)
      return heldTypes(*Class, Tag).front();
  return {};
}

QualType dereferenced(QualType Q) {
  if (Q.isNull())
    return Q;
  Q = Q.getNonReferenceType();
  return Q->isArrayType() ? Q->getAsArrayTypeUnsafe()->getElementType()
                          : pointeeType(Q);
}

QualType typeOfOperand(ArrayRef<ArgumentToken> Tokens, const Names &Known) {
  if (Tokens.empty())
    return {};
  if (Tokens.front().Text == "*")
    return dereferenced(typeOfOperand(Tokens.drop_front(), Known));
  if (Tokens.back().Text == "]")
    return dereferenced(
        typeOfOperand(Tokens.take_front(openerOfLast(Tokens)), Known));
  if (Tokens.size() == 1)
    if (const ValueDecl *Sibling = Known.sibling(Tokens.front().Text))
      return Sibling->getType();
  if (Tokens.back().Text != ")" || Tokens.size() < 3)
    return {};
  auto Inside = Tokens.drop_front().drop_back();
  QualType Q = typeOfOperand(Inside, Known);
  return Q.isNull() ? Known.type(Inside) : Q;
}

} // namespace rpcgen
