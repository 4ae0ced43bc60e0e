//===- Annotation.cpp -----------------------------------------------------===//
//
// An annotation is an attribute that carries strings: "rpc::name", and then
// "distance text" for each token of the arguments. The distance to the name
// is one of locations: a precompiled header moves all of them alike.
//
//===----------------------------------------------------------------------===//

#include "attr/Annotation.h"
#include "Clang.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

constexpr llvm::StringLiteral Scope("rpc::");

std::int64_t raw(SourceLocation Loc) { return Loc.getRawEncoding(); }

/// The name without its scope; "" if this is an attribute of somebody else.
StringRef nameOf(const SuppressAttr *A) {
  if (A->diagnosticIdentifiers_size() == 0)
    return "";
  StringRef Name = *A->diagnosticIdentifiers_begin();
  return Name.consume_front(Scope) ? Name : "";
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
    Annotation Read{nameOf(A), A->getLocation(), {}};
    if (Read.Name.empty())
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

bool isAnnotated(const Decl *D, StringRef Name) {
  return llvm::any_of(
      D->specific_attrs<SuppressAttr>(), [&](const SuppressAttr *A) {
        StringRef Found = nameOf(A);
        return Name.empty() ? !Found.empty() && Found != SuppressName
                            : Found == Name;
      });
}

} // namespace rpcgen
