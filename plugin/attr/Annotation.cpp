//===- Annotation.cpp -----------------------------------------------------===//
//
// An annotation is an attribute that carries strings: "rpc::name", and then
// "distance text" for each token of the arguments. The distance to the name
// is one of locations: a precompiled header moves all of them alike.
//
//===----------------------------------------------------------------------===//

#include "attr/Annotation.h"
#include "Clang.h"
#include "model/AttributeTable.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

constexpr llvm::StringLiteral Scope("rpc::");

std::int64_t raw(SourceLocation Loc) { return Loc.getRawEncoding(); }

/// None if this is an attribute of another program.
Attribute::Kind kindOf(const SuppressAttr *A) {
  if (A->diagnosticIdentifiers_size() == 0)
    return Attribute::None;
  StringRef Name = *A->diagnosticIdentifiers_begin();
  const AttributeRow *Row =
      Name.consume_front(Scope) ? findAttribute(Name) : nullptr;
  return Row ? Row->Kind : Attribute::None;
}

} // namespace

void annotate(Decl *D, const WrittenAttribute &Attribute) {
  ASTContext &Context = D->getASTContext();
  llvm::SmallVector<StringRef, 8> Strings;
  auto Keep = [&](const llvm::Twine &Text) {
    Strings.push_back(StringRef(Text.str()).copy(Context.getAllocator()));
  };
  Keep(Scope + Attribute.Name->getName());
  for (const ArgumentToken &T : Attribute.Arguments)
    Keep(llvm::Twine(raw(T.Loc) - raw(Attribute.Loc)) + " " + T.Text);
  D->addAttr(makeStringsAttribute(Context, Strings, Attribute.Loc));
}

std::vector<Annotation> annotationsOf(const Decl *D) {
  std::vector<Annotation> Result;
  for (const auto *A : D->specific_attrs<SuppressAttr>()) {
    Annotation Read{kindOf(A), A->getLocation(), {}};
    if (Read.K == Attribute::None)
      continue;
    for (StringRef Token : llvm::drop_begin(A->diagnosticIdentifiers())) {
      auto [Distance, Text] = Token.split(' ');
      std::int64_t Offset = 0;
      Distance.getAsInteger(10, Offset);
      Read.Arguments.push_back({Text.str(), SourceLocation::getFromRawEncoding(
                                                raw(Read.Loc) + Offset)});
    }
    Result.push_back(std::move(Read));
  }
  return Result;
}

bool isAnnotated(const Decl *D, Attribute::Kind K) {
  return llvm::any_of(
      D->specific_attrs<SuppressAttr>(), [&](const SuppressAttr *A) {
        const Attribute::Kind Found = kindOf(A);
        return K == Attribute::None
                   ? Found != Attribute::None && Found != Attribute::Suppress
                   : Found == K;
      });
}

} // namespace rpcgen
