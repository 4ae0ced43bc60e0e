//===- Declarators.cpp - what has a name and a type -----------------------===//

#include "idl/export/Widl.h"
#include "idl/export/Writer.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace rpcgen::idl {
namespace {

const char *wordOf(PointerClass C) {
  return C == PointerClass::Ref    ? "ref"
         : C == PointerClass::Full ? "ptr"
                                   : "unique";
}

/// One list for each of size_is and its like: an entry for each level.
class Levels {
public:
  explicit Levels(const Siblings &Around) : Around(Around) {}

  void add(const Type *Array) {
    auto Add = [&](std::vector<std::string> &To,
                   const std::optional<Expression> &E) {
      To.push_back(E ? spell(*E, Around) : "");
    };
    const std::optional<Expression> None;
    Add(Sizes, Array ? Array->Size : None);
    Add(Lengths, Array ? Array->Length : None);
    Add(Firsts, Array ? Array->First : None);
  }

  void addTo(std::vector<std::string> &Attributes) const {
    add(Attributes, "size_is", Sizes);
    add(Attributes, "first_is", Firsts);
    add(Attributes, "length_is", Lengths);
  }

private:
  static void add(std::vector<std::string> &To, const char *Name,
                  std::vector<std::string> List) {
    while (!List.empty() && List.back().empty())
      List.pop_back();
    std::string Text;
    for (const std::string &Each : List)
      Text += Each + (&Each == &List.back() ? "" : ", ");
    if (!Text.empty())
      To.push_back(Name + ("(" + Text) + ")");
  }

  const Siblings &Around;
  std::vector<std::string> Sizes, Lengths, Firsts;
};

/// Bytes are distinguished from numbers by where they are: sizes need a number.
std::string integer(unsigned Bits, bool Signed, bool IsElement) {
  const char *Name = Bits == 8    ? "small"
                     : Bits == 16 ? "short"
                     : Bits == 32 ? "long"
                                  : "hyper";
  if (Bits == 8 && !Signed)
    return IsElement ? "byte" : "unsigned char";
  return (Signed ? "" : "unsigned ") + std::string(Name);
}

/// "unsigned_long"
std::string underscored(std::string Words) {
  std::ranges::replace(Words, ' ', '_');
  return Words;
}

std::string rangeOf(const ValueRange &R) {
  return "range(" + std::to_string(R.Low) + ", " + std::to_string(R.High) + ")";
}

Type withoutRange(Type T) {
  T.Range.reset();
  return T;
}

/// Whether something in it names parameters or fields, as no typedef can.
bool hasCounts(const Type &T) {
  return T.Size || T.Length || T.First || T.Discriminant ||
         (!T.Ignored && std::ranges::any_of(T.Element, hasCounts));
}

} // namespace

std::string idlName(const std::string &Name) {
  static const std::set<std::string> Words = {
      // Types and declarations.
      "FALSE", "NULL", "SAFEARRAY", "TRUE", "auto", "boolean", "break", "byte",
      "case", "char", "coclass", "const", "continue", "cpp_quote", "declare",
      "default", "do", "double", "else", "enum", "extern", "float", "for",
      "goto", "handle_t", "hyper", "if", "import", "importlib", "include",
      "inline", "int", "interface", "library", "long", "methods", "module",
      "namespace", "pipe", "properties", "register", "return", "short",
      "signed", "sizeof", "small", "static", "stdcall", "string", "struct",
      "switch", "typedef", "union", "unsigned", "void", "volatile", "wchar_t",
      "while", "__int3264", "requires", "apicontract", "runtimeclass",
      "delegate", "error_status_t",
      // Attributes, which some compilers take for such in sizes as well.
      "aggregatable", "allocate", "appobject", "async", "async_uuid",
      "broadcast", "byte_count", "call_as", "callback", "code", "comm_status",
      "context_handle", "control", "decode", "defaultvalue", "dllname", "dual",
      "encode", "endpoint", "entry", "explicit_handle", "fault_status",
      "first_is", "handle", "heap", "helpcontext", "hidden", "id", "idempotent",
      "ignore", "iid_is", "immediatebind", "implicit_handle", "in",
      "input_sync", "last_is", "lcid", "length_is", "licensed", "local",
      "max_is", "maybe", "message", "nocode", "noncreatable", "notify",
      "object", "odl", "oleautomation", "optimize", "optional", "out",
      "partial_ignore", "pointer_default", "propget", "propput", "propputref",
      "proxy", "ptr", "public", "range", "readonly", "ref", "restricted",
      "retval", "size_is", "source", "strict_context_handle", "switch_is",
      "switch_type", "threading", "transmit_as", "unique", "uuid", "v1_enum",
      "vararg", "version", "vi_progid", "wire_marshal"};
  std::string Result;
  for (char C : Name)
    Result += std::isalnum(static_cast<unsigned char>(C)) ? C : '_';
  return Words.count(Result) ? Result + "_" : Result;
}

std::string brackets(const std::vector<std::string> &Attributes) {
  std::string Text;
  for (const std::string &Each : Attributes)
    Text += (Text.empty() ? "" : ", ") + Each;
  return Text.empty() ? "" : "[" + Text + "] ";
}

std::string Writer::declare(std::vector<std::string> Attributes, const Type &T,
                            const std::string &Name, Defaults D,
                            const Siblings &Around) {
  std::string Declarator = Name;
  Levels Counts(Around);
  const Type *At = &T;
  bool IsString = false, IsUnchecked = false;
  auto Enter = [&](const Type &Array) {
    IsString |= Array.String;
    IsUnchecked |= Array.Unchecked;
    // Of the number of elements.
    if (Array.Range && For != Target::Widl)
      Attributes.push_back(rangeOf(*Array.Range));
    else if (Array.Range)
      Result.Findings.push_back({"range-left-out",
                                 Severity::Remark,
                                 T.Loc,
                                 "'" + Name + "' has from " +
                                     std::to_string(Array.Range->Low) + " to " +
                                     std::to_string(Array.Range->High) +
                                     " elements, which nothing of widl checks",
                                 {},
                                 {}});
    Counts.add(&Array);
    At = &Array.element();
  };
  std::string Base;
  for (bool IsTop = true;; IsTop = false) {
    if (At->K == Type::Kind::Array) {
      if (Declarator.starts_with("*"))
        Declarator = "(" + Declarator + ")";
      const bool IsFixed = At->Extent && !At->Size;
      Declarator += IsFixed ? "[" + std::to_string(*At->Extent) + "]" : "[]";
      Enter(*At);
      continue;
    }
    if (At->K != Type::Kind::Pointer)
      break;
    if (At->Ignored) {
      Attributes.push_back("ignore");
      Declarator = "*" + Declarator;
      Base = "void";
      break;
    }
    if (!IsTop && At->Class != D.Inner && !hasCounts(*At)) {
      Base = pointerOf(*At);
      break;
    }
    if (!IsTop && At->Class != D.Inner)
      refuse(T.Loc, "the pointer class '" + std::string(wordOf(At->Class)) +
                        "' inside '" + Name +
                        "' is not the pointer_default, and the typedef that "
                        "would give it cannot have a size");
    if (IsTop && At->Class != D.Top)
      Attributes.push_back(wordOf(At->Class));
    if (At->PartlyIgnored)
      Attributes.push_back("partial_ignore");
    const Type &Pointee = At->element();
    const bool IsArray = Pointee.K == Type::Kind::Array;
    // An array of the same bytes, and the same in C.
    const bool IsForWidl = For == Target::Widl && IsTop && Around.Parameters &&
                           isArrayOfStrings(*At);
    if (IsArray && At->FromArray && !Pointee.Size && Pointee.Extent) {
      Declarator += "[" + std::to_string(*Pointee.Extent) + "]";
      Enter(Pointee);
    } else if (IsArray && (Pointee.Size || !Pointee.Extent)) {
      Declarator = IsForWidl ? Declarator + "[]" : "*" + Declarator;
      Enter(Pointee);
    } else {
      Declarator = IsForWidl ? Declarator + "[1]" : "*" + Declarator;
      Counts.add(nullptr);
      At = &Pointee;
    }
  }
  if (IsString)
    Attributes.push_back("string");
  Counts.addTo(Attributes);
  if (IsUnchecked && For == Target::Midl)
    Attributes.push_back("disable_consistency_check");
  if (At->Range && At == &T)
    Attributes.push_back(rangeOf(*At->Range));
  else if (At->Range && Base.empty())
    Base = inRange(*At);
  if (At->Discriminant)
    Attributes.push_back("switch_is(" + spell(*At->Discriminant, Around) + ")");
  if (Base.empty())
    Base = (At->Const ? "const " : "") + base(*At, At != &T);
  return brackets(Attributes) + Base +
         (Declarator.empty() ? "" : " " + Declarator);
}

std::string Writer::base(const Type &T, bool IsElement) {
  switch (T.K) {
  case Type::Kind::Boolean:
    return "boolean";
  case Type::Kind::Integer:
    return T.Int3264 ? (T.Signed ? "__int3264" : "unsigned __int3264")
                     : integer(T.Bits, T.Signed, IsElement);
  case Type::Kind::Character:
    return "char";
  case Type::Kind::WideCharacter:
    return For == Target::Dce ? "unsigned short" : "wchar_t";
  case Type::Kind::Float:
    return T.Bits == 32 ? "float" : "double";
  case Type::Kind::BindingHandle:
    return "handle_t";
  case Type::Kind::Structure:
  case Type::Kind::Union:
  case Type::Kind::Enumeration: {
    define(T);
    const std::string &Name = nameOf(T);
    if (Complete.count({T.K, T.Definition}))
      return Name;
    return (T.K == Type::Kind::Union ? "union " : "struct ") + Name;
  }
  case Type::Kind::ContextHandle: {
    std::string Name = T.Context.substr(T.Context.rfind(':') + 1);
    return alias(
        Name.empty() ? "context" : Name,
        [](const std::string &N) { return "[context_handle] void *" + N; },
        T.Context);
  }
  case Type::Kind::Pipe:
    return pipeOf(T.element());
  case Type::Kind::Standard: {
    std::string &Name = Aliases["variant " + T.Spelling];
    if (Name.empty()) {
      Name = unused("variant");
      const std::string Made = Name;
      defineVariant(T, Made);
      return Made;
    }
    return Name;
  }
  case Type::Kind::Void:
  case Type::Kind::Pointer:
  case Type::Kind::Reference:
  case Type::Kind::Array:
  case Type::Kind::Presented:
  case Type::Kind::Untransmissible:
    break;
  }
  return "void";
}

/// A pointer of another class than the default.
std::string Writer::pointerOf(const Type &T) {
  const std::string Class = wordOf(T.Class);
  return alias(Class + "_" + describe(T), [&](const std::string &Name) {
    return "[" + Class + "] " +
           declare({}, T, Name, {T.Class, Default}, Siblings());
  });
}

/// The element of a pipe is a type by its name.
std::string Writer::pipeOf(const Type &Element) {
  const std::string Of =
      Element.K == Type::Kind::Array
          ? alias(describe(Element),
                  [&](const std::string &Name) {
                    return declare({}, Element, Name, embedded(), Siblings());
                  })
      : Element.Range ? inRange(Element)
                      : base(Element, true);
  return alias("pipe_of_" + underscored(Of), [&](const std::string &Name) {
    return "pipe " + Of + " " + Name;
  });
}

/// Of what a pointer points to only a typedef has a range.
std::string Writer::inRange(const Type &T) {
  return alias(describe(T) + "_in_range", [&](const std::string &Name) {
    return "[" + rangeOf(*T.Range) + "] " + base(withoutRange(T), true) + " " +
           Name;
  });
}

/// For the name of an alias.
std::string Writer::describe(const Type &T) {
  switch (T.K) {
  case Type::Kind::Pointer:
    return T.element().K == Type::Kind::Array || T.Ignored
               ? describe(T.Ignored ? T : T.element())
               : describe(T.element()) + "_pointer";
  case Type::Kind::Array:
    return describe(T.element()) + (T.String ? "_string" : "_array");
  default:
    break;
  }
  std::string Name = T.Spelling.substr(T.Spelling.rfind(':') + 1);
  return idlName(Name.empty() ? "value" : Name);
}

} // namespace rpcgen::idl
