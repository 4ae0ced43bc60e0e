//===- Read.cpp -----------------------------------------------------------===//

#include "read/Read.h"
#include "attr/Annotation.h"
#include "model/Calls.h"
#include "model/Reserved.h"
#include "read/Attributes.h"
#include "read/Definitions.h"
#include "read/Delivered.h"
#include "read/Handles.h"
#include "read/Namespaces.h"
#include "read/Presentations.h"
#include "read/Records.h"
#include "read/Serialized.h"
#include "read/Speller.h"
#include "read/Strays.h"
#include "read/Types.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Sema/Sema.h"

#include <set>
#include <string>

using namespace clang;

namespace rpcgen {
namespace {

Location at(SourceLocation Loc) { return {Loc.getRawEncoding()}; }

class Reader {
public:
  explicit Reader(Sema &S)
      : S(S), Spelled(S.Context), Presented(S), Known(S, Spelled, Presented),
        Types(S, Spelled, Known, Presented),
        Namespaces(interfaceNamespaces(S.Context)),
        Serialized(serializedTypes(S.Context, Spelled)),
        Delivered(deliveredBefore(S)) {
    for (const InterfaceNamespace &N : Namespaces)
      for (const FunctionDecl *F : N.Functions) {
        Known.add(F->getReturnType());
        for (const ParmVarDecl *P : F->parameters())
          Known.add(P->getOriginalType());
      }
    for (const TypeDecl *D : Serialized)
      Known.add(S.Context.getTypeDeclType(D));
  }

  /// `Annotated` are declarations that have attributes.
  declared::Model read(llvm::ArrayRef<const Decl *> Annotated) {
    declared::Model M;
    for (const InterfaceNamespace &N : Namespaces)
      M.Interfaces.push_back(readInterface(N));
    for (const EnumDecl *E : Known.Enumerations)
      M.Enumerations.push_back(readEnumeration(E));
    for (const RecordDecl *R : Known.Structures)
      M.Structures.push_back(readStructure(R));
    for (const RecordDecl *R : Known.Unions)
      M.Unions.push_back(readUnion(R));
    for (const TypeDecl *D : Serialized)
      M.Serialized.push_back(readSerialized(D));
    M.Strays = findStrays(Namespaces, Annotated);
    M.Deprecated = namesDeprecated();
    return M;
  }

  std::vector<SourceRange> ranges() const {
    std::vector<SourceRange> Result;
    auto Add = [&](const auto &Declarations) {
      for (const Decl *D : Declarations)
        Result.push_back(D->getSourceRange());
    };
    for (const InterfaceNamespace &N : Namespaces)
      Add(N.Parts);
    Add(Known.Enumerations);
    Add(Known.Structures);
    Add(Known.Unions);
    Add(Known.Aliases);
    return Result;
  }

private:
  /// Whether stubs have to name something that is deprecated.
  bool namesDeprecated() const {
    auto Any = [](const auto &Declarations) {
      return llvm::any_of(Declarations,
                          [](const Decl *D) { return D->isDeprecated(); });
    };
    auto AnyField = [&](const RecordDecl *R) { return Any(R->fields()); };
    return Any(Known.Enumerations) || Any(Known.Structures) ||
           Any(Known.Unions) || Any(Known.Aliases) ||
           llvm::any_of(Known.Structures, AnyField) ||
           llvm::any_of(Known.Unions, AnyField) ||
           llvm::any_of(Namespaces, [&](const InterfaceNamespace &N) {
             return Any(N.Functions) || Any(N.Parts);
           });
  }

  Names namesAround(const Decl *D,
                    std::vector<const ValueDecl *> Siblings = {}) const {
    return Names(S, const_cast<DeclContext *>(D->getDeclContext()),
                 std::move(Siblings));
  }

  declared::Interface readInterface(const InterfaceNamespace &N) {
    declared::Interface I;
    const NamespaceDecl *First = N.Parts.front();
    I.Name = First->getNameAsString();
    I.Namespace = pathOf(First);
    I.Loc = at(First->getLocation());
    for (const NamespaceDecl *Part : N.Parts) {
      AttributeList More = readAttributes(Part, namesAround(Part));
      I.Attributes.insert(I.Attributes.end(), More.begin(), More.end());
      if (I.ImplicitHandle.empty())
        I.ImplicitHandle = implicitHandleOf(S, Part);
    }
    for (const FunctionDecl *F : N.Functions)
      I.Operations.push_back(readOperation(F));
    if (!Delivered.contains(I.Namespace)) // else the stubs' own names are there
      for (const NamedDecl *D : takenNames(First))
        I.TakenNames.push_back({D->getNameAsString(), at(D->getLocation())});
    for (const declared::Operation &Notifying : I.Operations)
      for (const declared::Operation &O : I.Operations)
        if (O.Name == notifyName(Notifying.Name,
                                 notificationOf(Notifying.Attributes)) &&
            !find(O.Attributes, Attribute::Local))
          I.TakenNames.push_back({O.Name, O.Loc});
    return I;
  }

  declared::Operation readOperation(const FunctionDecl *F) {
    declared::Operation O;
    O.Name = F->getNameAsString();
    O.Loc = at(F->getLocation());
    const Names Scope =
        namesAround(F, {F->parameters().begin(), F->parameters().end()});
    O.Attributes = readAttributes(F, Scope);
    O.Obstacles = obstaclesOf(F);
    for (const FunctionDecl *Other : contradictions(F))
      O.Contradictions.push_back(at(Other->getLocation()));
    // What depends on a template parameter is no mistake of its own.
    if (F->getDescribedFunctionTemplate()) {
      O.Return = Types.read(S.Context.VoidTy, O.Loc, Role::Result);
      return O;
    }
    FunctionTypeLoc Written = F->getFunctionTypeLoc();
    SourceLocation Return =
        Written ? Written.getReturnLoc().getBeginLoc() : F->getLocation();
    O.Return = Types.read(F->getReturnType(), at(Return), Role::Result);
    for (const ParmVarDecl *P : F->parameters())
      O.Parameters.push_back(readParameter(P, Scope));
    return O;
  }

  declared::Parameter readParameter(const ParmVarDecl *P, const Names &Scope) {
    declared::Parameter Result;
    Result.Name = P->getNameAsString();
    Result.Loc = at(P->getLocation());
    Result.Begin = at(P->getBeginLoc());
    Result.Attributes = readAttributes(P, Scope);
    Result.HasDefault = hasDefaultArgument(P);
    Result.T = Types.read(P->getOriginalType(),
                          locationOf(P->getTypeSourceInfo(), P->getLocation()),
                          Role::Parameter);
    return Result;
  }

  /// On any declaration of the function.
  static bool hasDefaultArgument(const ParmVarDecl *P) {
    const auto *F = dyn_cast<FunctionDecl>(P->getDeclContext());
    return F && llvm::any_of(F->redecls(), [&](const FunctionDecl *Each) {
             return Each->getParamDecl(P->getFunctionScopeIndex())
                 ->hasDefaultArg();
           });
  }

  static std::vector<Unreachable> obstaclesOf(const FunctionDecl *F) {
    std::vector<Unreachable> Result;
    auto AddIf = [&](bool Condition, Unreachable Why) {
      if (Condition)
        Result.push_back(Why);
    };
    bool Inline = llvm::any_of(
        F->redecls(), [](const FunctionDecl *R) { return R->isInlined(); });
    AddIf(F->isVariadic(), Unreachable::Variadic);
    AddIf(F->isDeleted(), Unreachable::Deleted);
    AddIf(F->isConsteval(), Unreachable::Consteval);
    AddIf(Inline && !F->isConsteval() && !F->isDeleted(), Unreachable::Inline);
    AddIf(F->getDescribedFunctionTemplate(), Unreachable::Template);
    AddIf(isa_and_nonnull<CoroutineBodyStmt>(F->getBody()),
          Unreachable::Coroutine);
    AddIf(F->isOverloadedOperator() || F->getLiteralIdentifier(),
          Unreachable::Operator);
    AddIf(F->getStorageClass() == SC_Static, Unreachable::Static);
    return Result;
  }

  declared::Enumeration readEnumeration(const EnumDecl *E) {
    declared::Enumeration Result;
    Result.Name = nameOf(E);
    Result.Spelling = Spelled.spell(E);
    Result.Loc = at(E->getLocation());
    Result.Attributes = readAllAttributes(E, namesAround(E));
    Result.Bits = S.Context.getTypeSize(E->getIntegerType());
    Result.Signed = E->getIntegerType()->isSignedIntegerOrEnumerationType();
    Result.FixedUnderlying = E->getIntegerTypeSourceInfo();
    Result.Foreign = isForeign(E);
    for (const EnumConstantDecl *Constant : E->enumerators())
      Result.Enumerators.push_back(
          {Constant->getNameAsString(),
           Constant->getInitVal().extOrTrunc(64).getSExtValue(),
           at(Constant->getLocation())});
    return Result;
  }

  declared::Field readField(const FieldDecl *F, const Names &Scope, Role R) {
    declared::Field Result;
    Result.Name = F->getNameAsString();
    Result.Loc = at(F->getLocation());
    Result.Attributes = readAttributes(F, Scope);
    Result.BitField = F->isBitField();
    Result.Misaligned = isMisaligned(F);
    Result.T = Types.read(
        F->getType(), locationOf(F->getTypeSourceInfo(), F->getLocation()), R);
    return Result;
  }

  std::vector<declared::Field> readFields(const RecordDecl *R, Role EachIs) {
    const Names Scope(S, const_cast<RecordDecl *>(R),
                      {R->field_begin(), R->field_end()});
    std::vector<declared::Field> Result;
    for (const FieldDecl *F : R->fields())
      Result.push_back(readField(F, Scope, EachIs));
    return Result;
  }

  declared::Structure readStructure(const RecordDecl *R) {
    declared::Structure Result;
    Result.Name = nameOf(R);
    Result.Spelling = Spelled.spell(R);
    Result.Loc = at(R->getLocation());
    Result.Attributes = readAllAttributes(R, namesAround(R));
    Result.Fields = readFields(R, Role::Field);
    Result.NaturalLayout = hasNaturalLayout(R);
    Result.Alignment = alignmentOf(R);
    Result.Size = sizeOf(R);
    Result.DefinedIn = interfaceAround(R);
    Result.Foreign = isForeign(R);
    return Result;
  }

  declared::Union readUnion(const RecordDecl *R) {
    declared::Union Result;
    Result.Name = nameOf(R);
    Result.Spelling = Spelled.spell(R);
    Result.Loc = at(R->getLocation());
    Result.Attributes = readAllAttributes(R, namesAround(R));
    for (declared::Field &F : readFields(R, Role::Arm))
      Result.Arms.push_back({{}, std::move(F)});
    for (const Attribute &A : Result.Attributes)
      if (A.K == Attribute::EmptyCase)
        Result.Arms.push_back({{}, emptyCase(A)});
    Result.Tag = readTag(R, Result.Attributes);
    Result.Alignment = alignmentOf(R);
    Result.DefinedIn = interfaceAround(R);
    Result.Foreign = isForeign(R);
    return Result;
  }

  bool isForeign(const EnumDecl *E) const {
    return (S.getSourceManager().isInSystemHeader(E->getLocation()) ||
            isRuntimes(E)) &&
           !isAnnotated(E) && interfaceAround(E).empty();
  }

  bool isForeign(const RecordDecl *R) const {
    return S.getSourceManager().isInSystemHeader(R->getLocation()) &&
           !isAnnotated(R) && interfaceAround(R).empty() &&
           llvm::none_of(R->fields(),
                         [](const FieldDecl *F) { return isAnnotated(F); });
  }

  /// As the member of type rpc::none that would say the same.
  static declared::Field emptyCase(const Attribute &Written) {
    declared::Field Result;
    Result.Name = rpcgen::nameOf(Written.K);
    Result.Loc = Written.Loc;
    Result.Attributes = {Written};
    Result.Attributes.front().K = Attribute::Case;
    return Result;
  }

  declared::SerializedType readSerialized(const TypeDecl *D) {
    declared::SerializedType Result;
    const auto *Tag = dyn_cast<TagDecl>(D);
    Result.Name = Tag ? nameOf(Tag) : D->getNameAsString();
    Result.Loc = at(D->getLocation());
    Result.T = Types.read(S.Context.getTypeDeclType(D), Result.Loc, Role::Part);
    Result.DefinedIn = interfaceAround(D);
    return Result;
  }

  std::optional<declared::Type> readTag(const RecordDecl *R,
                                        const AttributeList &Attributes) {
    const Attribute *SwitchType = find(Attributes, Attribute::SwitchType);
    if (!SwitchType)
      return std::nullopt;
    if (QualType Q = switchTypeOf(S, R); !Q.isNull())
      return Types.read(Q, SwitchType->Loc, Role::Part);
    declared::Type None;
    None.Loc = SwitchType->Loc;
    None.Spelling = SwitchType->Text;
    None.refuse(Obstacle::NoWireForm, "is not the name of a type");
    return None;
  }

  /// "::echo" for a type that is defined in the interface echo.
  std::string interfaceAround(const Decl *D) const {
    for (const DeclContext *C = D->getDeclContext(); C; C = C->getParent())
      if (const auto *N = dyn_cast<NamespaceDecl>(C))
        for (const InterfaceNamespace &I : Namespaces)
          if (I.Parts.front()->getCanonicalDecl() == N->getCanonicalDecl())
            return pathOf(N);
    return "";
  }

  static std::string nameOf(const TagDecl *Tag) {
    if (const auto *Alias = Tag->getTypedefNameForAnonDecl())
      return Alias->getNameAsString();
    return Tag->getIdentifier() ? Tag->getNameAsString() : "";
  }

  Sema &S;
  Speller Spelled;
  Presentations Presented;
  Definitions Known;
  TypeReader Types;
  std::vector<InterfaceNamespace> Namespaces;
  std::vector<const TypeDecl *> Serialized;
  std::set<std::string> Delivered;
};

} // namespace

declared::Model readModel(Sema &S, llvm::ArrayRef<const Decl *> Annotated) {
  return Reader(S).read(Annotated);
}

std::vector<SourceRange> declaredRanges(Sema &S) { return Reader(S).ranges(); }

} // namespace rpcgen
