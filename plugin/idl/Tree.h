//===- Tree.h - what an IDL file says -------------------------------------===//
//
// As it is written: typedefs, constants, comments and all. What it means for
// the wire is the model's, which is made of the header that is written of this.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_IDL_TREE_H
#define RPCGEN_IDL_TREE_H

#include "idl/Token.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rpcgen::idl {

struct Definition;
struct Type;

struct Expr {
  enum class Kind {
    Empty, ///< left out, as in size_is(, n)
    Literal,
    Name,
    Unary,
    Binary,
    Conditional,
    Cast,
    Sizeof,
    Call,
    Index
  };
  Kind K = Kind::Empty;
  Location Loc = {};
  std::string Text = {}; ///< the literal, name or operator
  std::vector<Expr> Operands = {};
  std::shared_ptr<Type> Named = {}; ///< of a cast or sizeof

  bool isEmpty() const { return K == Kind::Empty; }
};

struct Attribute {
  Location Loc;
  std::string Name;
  std::vector<Expr> Arguments = {};
  std::string Text = {};            ///< of arguments that are no expressions
  std::shared_ptr<Type> Named = {}; ///< of switch_type and its like
};
using Attributes = std::vector<Attribute>;

const Attribute *find(const Attributes &In, std::string_view Name);
void remove(Attributes &From, std::string_view Name);

/// What precedes declarators.
struct Type {
  enum class Kind {
    Base,  ///< Name is in one spelling: "unsigned long"
    Named, ///< by a typedef, or an interface
    Structure,
    Union,
    Enumeration,
    Bitmap, ///< pidl's
    Pipe,   ///< of Element
    SafeArray
  };
  Kind K = Kind::Base;
  Location Loc = {};
  bool Const = false;
  std::string Name = {}; ///< of a structure and its like the tag
  std::shared_ptr<Definition> Defined = {};
  std::vector<Type> Arguments = {}; ///< of a pipe or a parametrised interface
};
using TypeRef = std::shared_ptr<Type>;

inline TypeRef makeType(Type::Kind K, Location Loc, const std::string &Name) {
  return std::make_shared<Type>(Type{.K = K, .Loc = Loc, .Name = Name});
}

struct Variable;

/// One step from a declared name to the type before it.
struct Layer {
  enum class Kind { Pointer, Array, Function };
  Kind K = Kind::Pointer;
  Location Loc = {};
  bool Const = false; ///< of a pointer
  Expr Low = {};      ///< of an array "[Low..Bound]"
  Expr Bound = {};    ///< empty if it is open
  std::vector<Variable> Parameters = {};
};

/// A field, an arm, a parameter, or one of the names of a typedef.
struct Variable {
  Attributes Attrs = {};
  TypeRef T = {}; ///< null for an arm without data
  Location Loc = {};
  std::string Name = {};
  std::vector<Layer> Layers = {}; ///< outermost first
  Expr Bits = {};
  Expr Value = {}; ///< which no dialect has: it is no field that travels
  Comments Before = {};
  Comments After = {}; ///< on the same line
};

struct Enumerator {
  Location Loc = {};
  std::string Name = {};
  Expr Value = {};
  Comments Before = {};
  Comments After = {};
};

/// What is in the braces of a structure, union or enumeration.
struct Definition {
  Location Loc = {};
  Attributes Attrs = {};
  std::vector<Variable> Fields = {};
  std::vector<Enumerator> Enumerators = {};
  bool Encapsulated = false; ///< "switch (Switch) UnionName"
  Variable Switch = {};
  std::string UnionName = {};
  Comments AtEnd = {};
};

struct Typedef {
  std::vector<Variable> Names; ///< all with the same type before them
  Attributes Attrs;
  TypeRef T;
};

/// "struct S { ... };" or "struct S;"
struct Declared {
  Attributes Attrs;
  TypeRef T;
};

struct Constant {
  TypeRef T; ///< null for a macro
  std::string Name;
  std::vector<Layer> Layers;
  Expr Value;
};

struct Operation {
  Attributes Attrs;
  TypeRef T;
  std::vector<Layer> Layers; ///< of the result
  std::string Name;
  std::vector<Variable> Parameters;
};

struct Quote {
  std::string Text;
  bool IsComment = false; ///< in the header
};

struct Import {
  std::string File;
};

struct Item;

struct Interface {
  Attributes Attrs;
  std::string Name;
  std::string Base;
  std::vector<Item> Items;
  bool IsDefined = false;
  std::size_t LeftOut = 0; ///< operations that no header can have
};

/// A library, a coclass and what else is of no concern to RPC.
struct Other {
  std::string What;
  std::string Name;
  std::vector<Item> Items; ///< of a library or namespace
};

struct Item {
  Location Loc = {};
  std::variant<Typedef, Declared, Constant, Operation, Quote, Import, Interface,
               Other>
      Is = {};
  Comments Before = {};
  Comments After = {};
};

struct File {
  std::vector<Item> Items;
  Comments AtEnd;
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_TREE_H
