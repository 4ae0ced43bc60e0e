//===- Builtins.cpp -------------------------------------------------------===//

#include "read/Builtins.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace rpcgen {
namespace {

void set(WrittenType &T, WrittenType::Kind K, unsigned Bits,
         bool Signed = false) {
  T.K = K;
  T.Bits = Bits;
  T.Signed = Signed;
}

/// long is 8 bytes on LP64 and 4 in IDL: only the name that the user chose
/// tells what was meant. What a system declares as long by a name without a
/// width, as time_t, is another type elsewhere.
void readLong(WrittenType &T, bool Signed, const Sugar &Written) {
  T.Bits = 64;
  T.Signed = Signed;
  bool Systems = false;
  for (const TypedefNameDecl *Alias : Written.Aliases) {
    if (llvm::StringSwitch<bool>(Alias->getName())
            .Cases("int64_t", "uint64_t", "u_int64_t", true)
            .Cases("int_least64_t", "uint_least64_t", true)
            .Default(false))
      return set(T, WrittenType::Kind::Integer, 64, Signed);
    const ASTContext &Context = Alias->getASTContext();
    Systems |=
        Context.getSourceManager().isInSystemHeader(Alias->getLocation()) ||
        llvm::StringSwitch<bool>(Alias->getName())
            .Cases("size_t", "ssize_t", "ptrdiff_t", true)
            .Cases("intptr_t", "uintptr_t", "time_t", true)
            .Default(false);
  }
  if (Written.Substituted)
    return set(T, WrittenType::Kind::Integer, 64, Signed);
  T.refuse(Systems ? Obstacle::PointerSized : Obstacle::Long);
}

} // namespace

void readBuiltin(WrittenType &T, const BuiltinType &Builtin,
                 const Sugar &Written) {
  switch (Builtin.getKind()) {
  case BuiltinType::Void:
    return set(T, WrittenType::Kind::Void, 0);
  case BuiltinType::Bool:
    return set(T, WrittenType::Kind::Boolean, 8);
  case BuiltinType::Char_S:
  case BuiltinType::Char_U:
  case BuiltinType::Char8:
    return set(T, WrittenType::Kind::Character, 8);
  case BuiltinType::Char16:
    return set(T, WrittenType::Kind::WideCharacter, 16);
  case BuiltinType::SChar:
    return set(T, WrittenType::Kind::Integer, 8, true);
  case BuiltinType::UChar:
    return set(T, WrittenType::Kind::Integer, 8);
  case BuiltinType::Short:
    return set(T, WrittenType::Kind::Integer, 16, true);
  case BuiltinType::UShort:
    return set(T, WrittenType::Kind::Integer, 16);
  case BuiltinType::Int:
    return set(T, WrittenType::Kind::Integer, 32, true);
  case BuiltinType::UInt:
    return set(T, WrittenType::Kind::Integer, 32);
  case BuiltinType::LongLong:
    return set(T, WrittenType::Kind::Integer, 64, true);
  case BuiltinType::ULongLong:
    return set(T, WrittenType::Kind::Integer, 64);
  case BuiltinType::Long:
    return readLong(T, true, Written);
  case BuiltinType::ULong:
    return readLong(T, false, Written);
  case BuiltinType::Float:
    return set(T, WrittenType::Kind::Float, 32);
  case BuiltinType::Double:
    return set(T, WrittenType::Kind::Float, 64);
  case BuiltinType::WChar_S:
  case BuiltinType::WChar_U:
    return T.refuse(Obstacle::WideChar);
  case BuiltinType::Char32:
    return T.refuse(Obstacle::Char32);
  case BuiltinType::Int128:
  case BuiltinType::UInt128:
    return T.refuse(Obstacle::Int128);
  case BuiltinType::NullPtr:
    return T.refuse(Obstacle::VoidPointer);
  default:
    return T.refuse(Builtin.isFloatingPoint() ? Obstacle::ExtendedFloat
                                              : Obstacle::NoWireForm);
  }
}

} // namespace rpcgen
