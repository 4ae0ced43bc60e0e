//===- Types.h - clang's types -> the model's -----------------------------===//
#ifndef RPCGEN_READ_TYPES_H
#define RPCGEN_READ_TYPES_H

#include "model/Type.h"
#include "read/Definitions.h"
#include "read/Presentations.h"
#include "read/Speller.h"

#include "clang/AST/Type.h"

namespace clang {
class Sema;
class TypeSourceInfo;
} // namespace clang

namespace rpcgen {

struct Sugar;

/// What the type is written for.
enum class Role { Parameter, Result, Field, Arm, Alternative, Part };

class TypeReader {
public:
  TypeReader(clang::Sema &S, const Speller &Names, const Definitions &Known,
             const Presentations &Presented)
      : S(S), Names(Names), Known(Known), Presented(Presented) {}

  /// Reads any type whatsoever: one that cannot travel becomes
  /// Untransmissible. `Loc` is where the type is written.
  declared::Type read(clang::QualType Q, Location Loc, Role R) const;

private:
  void readShape(declared::Type &T, clang::QualType Q, Role R,
                 const Sugar &Written) const;
  void readPresented(declared::Type &T, clang::QualType Q,
                     const Presentations::WireType &Wire) const;
  void readContextHandle(declared::Type &T,
                         const clang::TypedefNameDecl *Handle) const;
  void readArguments(Sugar &Written, clang::QualType Template,
                     Location Loc) const;
  void readTag(declared::Type &T, const clang::TagDecl *Tag, Role R,
               const Sugar &Written) const;
  void readStandard(declared::Type &T, StandardClass Class,
                    const clang::TagDecl *Tag, const Sugar &Written) const;
  /// Reads what a class holds, or travels as; false if that cannot travel.
  bool readHeld(declared::Type &T, clang::QualType Held, Role R) const;
  void nameAlias(declared::Type &T, const clang::TypedefNameDecl *Alias) const;

  clang::Sema &S;
  const Speller &Names;
  const Definitions &Known;
  const Presentations &Presented;
};

/// Where the innermost type of a declarator is written: "long" in
/// "const long *p[4]". `Otherwise` if that is not known.
Location locationOf(const clang::TypeSourceInfo *Written,
                    clang::SourceLocation Otherwise);

} // namespace rpcgen

#endif // RPCGEN_READ_TYPES_H
