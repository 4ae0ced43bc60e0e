//===- Detach.cpp ---------------------------------------------------------===//
#include "emit/Detach.h"

#include "emit/Declare.h"
#include "emit/Printer.h"
#include "model/Sound.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <vector>

using namespace rpcgen;

namespace {

[[noreturn]] void fail(const std::string &What) {
  throw std::runtime_error("the description is damaged: " + What);
}

void require(bool Fine, const std::string &What) {
  if (!Fine)
    fail(What);
}

/// Letters beyond ASCII are letters, as in C++.
bool isIdentifier(std::string_view Name) {
  auto IsLetter = [](char C) {
    return (C >= 'a' && C <= 'z') || (C >= 'A' && C <= 'Z') || C == '_' ||
           static_cast<unsigned char>(C) >= 0x80;
  };
  return !Name.empty() && IsLetter(Name.front()) &&
         std::ranges::all_of(Name, [&](char C) {
           return IsLetter(C) || (C >= '0' && C <= '9');
         });
}

void requireIdentifier(const std::string &Name) {
  require(isIdentifier(Name), "'" + Name + "' is not a valid name");
}

void requireSound(const std::string &Fault) { require(Fault.empty(), Fault); }

void requireSound(const Expression &E) {
  requireSound(faultOf(E));
  if (E.namesSibling())
    requireIdentifier(E.Name);
  for (const Expression &Each : E.Operands)
    requireSound(Each);
}

std::string newName(std::string_view Kind, std::size_t Index) {
  return "::described::" + std::string(Kind) + "_" + std::to_string(Index);
}

class Renaming {
public:
  explicit Renaming(Model &In) : M(In) {}

  void run() {
    M.Serialized.clear(); // In no message.
    for (std::size_t I = 0; I != M.Enumerations.size(); ++I) {
      Enumeration &E = M.Enumerations[I];
      E.Spelling = newName("enumeration", I);
      requireWidth(E.Bits, 8);
      for (const Enumerator &Each : E.Enumerators)
        requireIdentifier(Each.Name);
    }
    for (std::size_t I = 0; I != M.Structures.size(); ++I) {
      M.Structures[I].Spelling = newName("structure", I);
      for (Field &F : M.Structures[I].Fields)
        rename(F);
    }
    for (std::size_t I = 0; I != M.Unions.size(); ++I) {
      Union &U = M.Unions[I];
      U.Spelling = newName("union", I);
      require(U.Tag.has_value(), "a union has no discriminant");
      rename(*U.Tag);
      for (Arm &A : U.Arms)
        if (!A.Empty)
          rename(A.F);
    }
    for (std::size_t I = 0; I != M.Interfaces.size(); ++I) {
      Interface &Each = M.Interfaces[I];
      Each.Namespace = newName("interface", I);
      Each.ImplicitHandle.clear();
      requireIdentifier(Each.Name);
      for (Operation &O : Each.Operations)
        if (!O.Local && O.Obstacles.empty())
          rename(O);
    }
  }

private:
  static void requireWidth(unsigned Bits, unsigned Least) {
    require(Bits >= Least && Bits <= 64 && (Bits & (Bits - 1)) == 0,
            "no number has " + std::to_string(Bits) + " bits");
  }

  void rename(Operation &O) {
    requireIdentifier(O.Name);
    rename(O.Return);
    for (Parameter &P : O.Parameters) {
      requireIdentifier(P.Name);
      rename(P.T);
    }
  }

  void rename(Field &F) {
    requireIdentifier(F.Name);
    rename(F.T);
  }

  void rename(Type &T) {
    if (T.K == Type::Kind::Presented && T.Element.size() == 1)
      T = Type(T.element()); // the program that presents it is not here
    for (const std::optional<Expression> *E :
         {&T.Size, &T.Length, &T.First, &T.Discriminant, &T.ByteCount})
      if (*E)
        requireSound(**E);
    requireSound(faultOf(
        T, {M.Enumerations.size(), M.Structures.size(), M.Unions.size()}));
    T.Const = false;
    T.Context.clear(); // Nobody calls, so no handle means anything.
    T.Rundown.clear();
    for (Type &Element : T.Element)
      rename(Element);
    T.Spelling = spell(T);
  }

  /// "" for what emit spells by its element.
  std::string spell(const Type &T) const {
    switch (T.K) {
    case Type::Kind::Void:
    case Type::Kind::Pointer:
    case Type::Kind::Reference:
    case Type::Kind::Array:
      return "";
    case Type::Kind::Boolean:
      return "bool";
    case Type::Kind::Character:
      return "char";
    case Type::Kind::WideCharacter:
      return "char16_t";
    case Type::Kind::Integer:
      requireWidth(T.Bits, 8);
      return (T.Signed ? "::std::int" : "::std::uint") +
             std::to_string(T.Bits) + "_t";
    case Type::Kind::Float:
      requireWidth(T.Bits, 32);
      return T.Bits == 32 ? "float" : "double";
    case Type::Kind::Enumeration:
      return newName("enumeration", T.Definition);
    case Type::Kind::Structure:
      return newName("structure", T.Definition);
    case Type::Kind::Union:
      return newName("union", T.Definition);
    case Type::Kind::Standard:
      return standard(T);
    case Type::Kind::Pipe:
      return "::rpc::pipe<" + declare(T.element(), "") + ">";
    case Type::Kind::ContextHandle:
      return "void*";
    case Type::Kind::BindingHandle:
      return "::rpc::handle_t";
    case Type::Kind::Presented:
    case Type::Kind::Untransmissible:
      break;
    }
    fail("a type cannot travel");
  }

  static std::string standard(const Type &T) {
    std::string Character = T.Bits == 16 ? "<char16_t>" : "<char>";
    auto Of = [&](std::string_view Template, const std::string &More = "") {
      return "::std::" + std::string(Template) + "<" +
             declare(T.element(), "") + More + ">";
    };
    switch (T.Library) {
    case StandardClass::String:
      return "::std::basic_string" + Character;
    case StandardClass::StringView:
      return "::std::basic_string_view" + Character;
    case StandardClass::Vector:
      return Of("vector");
    case StandardClass::Span:
      return Of("span");
    case StandardClass::Optional:
      return Of("optional");
    case StandardClass::UniquePointer:
      return Of("unique_ptr");
    case StandardClass::SharedPointer:
      return Of("shared_ptr");
    case StandardClass::Variant:
      return variant(T);
    case StandardClass::Array:
      break;
    }
    return Of("array", ", " + std::to_string(*T.Extent));
  }

  static std::string variant(const Type &T) {
    std::vector<std::string> Alternatives;
    for (const Type &E : T.Element)
      Alternatives.push_back(E.K == Type::Kind::Void ? "::std::monostate"
                                                     : declare(E, ""));
    return "::std::variant<" + join(Alternatives, ", ") + ">";
  }

  Model &M;
};

} // namespace

Model rpcgen::detach(Model Resolved) {
  Renaming(Resolved).run();
  return Resolved;
}
