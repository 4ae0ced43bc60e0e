//===- Dissector.cpp ------------------------------------------------------===//
//
// ndr.lua reads, and is the first part of each dissector. What is written here
// are its types, each in one expression, and the members of those that have
// some, since a member may be of a type that comes later.
//
//===----------------------------------------------------------------------===//

#include "wireshark/Dissector.h"

#include "model/Uuid.h"
#include "wire/Messages.h"
#include "wire/Names.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace rpcgen;

namespace {

constexpr const char *Reader =
#include "ndr.lua.inc"
    ;

std::string inQuotes(const std::string &Word) { return '"' + Word + '"'; }

std::string alignments(const wire::Bytes &Of) {
  return std::to_string(Of[0]) + ", " + std::to_string(Of[1]);
}

class LuaWriter {
public:
  explicit LuaWriter(const wire::Forms &All) : All(All) {}

  Dissector write(const std::string &Name, const std::string &Source) {
    for (const Interface &In : All.M.Interfaces)
      if (!In.Local)
        write(In);
    Dissector Result{"-- " + Source +
                         " in Wireshark, by rpc-idl. The first part is the "
                         "same for all interfaces.\n\n" +
                         Reader + "\n-- " + Source + "\n\ndissector(" +
                         inQuotes(Name) + ", " + inQuotes(Source) + ")\n\n",
                     Count};
    Result.Lua += "local types = {}\n" + Declared + "\n" + Filled + Interfaces +
                  "finish()\n";
    return Result;
  }

private:
  void write(const Interface &In) {
    std::string Text;
    for (const Operation &O : In.Operations)
      if (!O.Local) {
        ++Count;
        Text += "operation(" + std::to_string(O.Opnum) + ", " +
                inQuotes(O.Name) + ",\n  " +
                list(wire::requestOf(All, O), "  ") + ",\n  " +
                list(wire::responseOf(All, O), "  ") + ")\n";
      }
    if (!Text.empty())
      Interfaces += "do\nlocal operation = interface(" + inQuotes(In.Name) +
                    ", " + inQuotes(formatUuid(In.Uuid)) + ", " +
                    std::to_string(In.Major) + ")\n" + Text + "end\n\n";
  }

  std::string list(const std::vector<wire::Member> &Members,
                   const std::string &Indent) {
    std::string Text;
    for (const wire::Member &M : Members)
      Text += Indent + "  {" + inQuotes(M.Name.empty() ? "return" : M.Name) +
              ", " + typeOf(M.C) + "},\n";
    return Text.empty() ? "{}" : "{\n" + Text + Indent + "}";
  }

  /// Its members and arms are written as well, the first time.
  std::string typeOf(const wire::Construct &C) {
    using Text = std::string;
    return wire::match(
        C, [](const wire::Nothing &) { return Text("nothing"); },
        [&](const wire::Scalar &S) { return scalar(S); },
        [&](const wire::Pointer &P) { return pointer(P); },
        [&](const wire::Array &A) { return array(A); },
        [&](const wire::Structure &S) {
          const std::string &Name = All.M.Structures[S.Definition].Name;
          const auto *Definition = &All.Structures[S.Definition];
          return All.choiceOf(C) ? choice(C, Name, Definition)
                                 : structure(C, Name, *Definition);
        },
        [&](const wire::Union &U) {
          return choice(C, All.M.Unions[U.Definition].Name,
                        &All.Unions[U.Definition]);
        },
        [&](const wire::Alternatives &) {
          const auto [Union, Arms] = partsOf(C, "variant");
          return "choose(" + Union + ", " + Arms + ")";
        },
        [&](const wire::Pipe &P) {
          return "pipe(" + typeOf(P.Of.front()) + ")";
        },
        [](const wire::ContextHandle &) { return Text("context_handle"); },
        [&](const wire::Presented &P) { return typeOf(P.By.front()); },
        [](const wire::Deletions &) { return Text("deletions"); });
  }

  std::string scalar(const wire::Scalar &S) {
    return S.Of == Type::Kind::Enumeration ? enumeration(S) : wire::nameOf(S);
  }

  std::string enumeration(const wire::Scalar &S) {
    auto [Written, IsNew] = nameFor(S.Enum, S.Enum->Name);
    const std::string Name = typeNamed(Written);
    if (IsNew) {
      std::string Values;
      std::set<std::int64_t> Known;
      for (const Enumerator &E : S.Enum->Enumerators)
        if (Known.insert(E.Value).second)
          Values += (Values.empty() ? "" : ", ") + std::string("[") +
                    std::to_string(E.Value) + "] = " + inQuotes(E.Name);
      Declared += Name + " = " + (S.Size[0] == 4 ? "v1_enum" : "enum") + "({" +
                  Values + "})\n";
    }
    return Name;
  }

  std::string pointer(const wire::Pointer &P) {
    using Class = wire::Pointer::Class;
    if (P.To.empty())
      return P.Takes == Class::Ignored ? "ignored" : "unique(nothing)";
    const std::string To = typeOf(P.To.front());
    if (!P.Travels)
      return To;
    return (P.Takes == Class::Full     ? "full("
            : P.Takes == Class::Unique ? "unique("
            : P.IsElement              ? "ref_element("
                                       : "ref(") +
           To + ")";
  }

  std::string array(const wire::Array &A) {
    std::string Form;
    for (auto [Has, Word] : {std::pair(A.isConformant(), "conformant"),
                             std::pair(A.Length || A.String, "varying"),
                             std::pair(A.String, "text")})
      if (Has)
        Form += (Form.empty() ? "" : ", ") + std::string(Word) + " = true";
    return "array(" + typeOf(A.Of.front()) + ", {" + Form + "}" +
           (A.isConformant() ? "" : ", " + std::to_string(*A.Extent)) + ")";
  }

  std::string structure(const wire::Construct &C, const std::string &Written,
                        const std::vector<wire::Member> &Fields) {
    auto [Name, IsNew] = nameFor(&Fields, Written);
    if (IsNew) {
      Declared += typeNamed(Name) + " = structure(" + inQuotes(Name) + ", " +
                  alignments(All.alignmentOf(C)) + ")\n";
      const std::string Members = list(Fields, "");
      Filled += "fill(" + typeNamed(Name) + ", " + Members + ")\n\n";
    }
    return typeNamed(Name);
  }

  std::string choice(const wire::Construct &C, const std::string &Written,
                     const void *Definition) {
    auto [Name, IsNew] = nameFor(Definition, Written);
    if (IsNew) {
      const auto [Union, Arms] = partsOf(C, Name);
      Declared += typeNamed(Name) + " = " + Union + "\n";
      Filled += "choose(" + typeNamed(Name) + ", " + Arms + ")\n\n";
    }
    return typeNamed(Name);
  }

  /// The union without its arms, and its discriminant and arms.
  std::pair<std::string, std::string> partsOf(const wire::Construct &C,
                                              const std::string &Name) {
    const wire::Choice Of = *All.choiceOf(C);
    unsigned Widest = 1;
    std::string Arms;
    for (const wire::Choice::Arm &Arm : Of.Arms) {
      std::string Cases;
      for (std::int64_t Case : Arm.Cases)
        Cases += (Cases.empty() ? "" : ", ") + std::to_string(Case);
      Widest = std::max(Widest, All.alignmentOf(Arm.C)[0]);
      Arms += "  {" + inQuotes(Arm.Name) + ", " + typeOf(Arm.C) +
              (Arm.Default ? "" : ", cases = {" + Cases + "}") + "},\n";
    }
    return {"union(" + inQuotes(Name) + ", " + alignments(All.alignmentOf(C)) +
                (Of.MsUnion ? ", " + std::to_string(Widest) : "") + ")",
            "{" + inQuotes(C.as<wire::Alternatives>() ? "tag" : Of.Tag.Name) +
                ", " + typeOf(Of.Tag.C) + "}, {\n" + Arms + "}"};
  }

  static std::string typeNamed(const std::string &Name) {
    return "types[" + inQuotes(Name) + "]";
  }

  /// A name of its own, and whether it is new.
  std::pair<std::string, bool> nameFor(const void *Definition,
                                       const std::string &Written) {
    auto [Known, IsNew] = Names.try_emplace(Definition);
    if (IsNew) {
      const std::string Base = Written.empty() ? "unnamed" : Written;
      Known->second = Base;
      for (unsigned Number = 2; !Taken.insert(Known->second).second; ++Number)
        Known->second = Base + "_" + std::to_string(Number);
    }
    return {Known->second, IsNew};
  }

  const wire::Forms &All;
  std::map<const void *, std::string> Names;
  std::set<std::string> Taken;
  std::string Declared, Filled, Interfaces;
  std::size_t Count = 0;
};

} // namespace

Dissector rpcgen::writeDissector(const wire::Forms &All,
                                 const std::string &Name,
                                 const std::string &Source) {
  return LuaWriter(All).write(Name, Source);
}
