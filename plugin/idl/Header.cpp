//===- Header.cpp - files, namespaces and items ---------------------------===//

#include "idl/Header.h"

#include "idl/HeaderWriter.h"
#include "idl/Names.h"
#include "idl/Walk.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace rpcgen::idl {
namespace {

/// "SAMR_H" for samr.h
std::string guardOf(const std::string &Header) {
  std::string Result;
  for (char C : Header)
    Result +=
        std::isalnum(static_cast<unsigned char>(C))
            ? static_cast<char>(std::toupper(static_cast<unsigned char>(C)))
            : '_';
  return std::isdigit(static_cast<unsigned char>(Result[0])) ? "H_" + Result
                                                             : Result;
}

std::string lower(std::string Text) {
  for (char &C : Text)
    C = static_cast<char>(std::tolower(static_cast<unsigned char>(C)));
  return Text;
}

/// "3, 0" for "3.0"
std::string versionOf(const Interface &In) {
  const Attribute *A = find(In.Attrs, "version");
  std::string Text = A ? A->Text : "0.0";
  std::size_t Dot = Text.find_first_of(".,");
  std::string Minor = Dot == std::string::npos ? "0" : Text.substr(Dot + 1);
  auto Number = [](const std::string &Digits) {
    std::size_t First = Digits.find_first_not_of("0 ");
    bool IsHex = Digits.find_first_of("xX") != std::string::npos;
    return IsHex                        ? Digits
           : First == std::string::npos ? "0"
                                        : Digits.substr(First);
  };
  return Number(Text.substr(0, Dot)) + ", " + Number(Minor);
}

bool hasLines(const Item &I) {
  if (auto *T = std::get_if<Typedef>(&I.Is))
    return T->T && T->T->Defined;
  if (auto *D = std::get_if<Declared>(&I.Is))
    return D->T && D->T->Defined;
  return std::holds_alternative<Operation>(I.Is) &&
         !find(std::get<Operation>(I.Is).Attrs, "reserved");
}

} // namespace

Header writeHeader(const Program &P, std::size_t Unit, const Symbols &Known) {
  return HeaderWriter(P, Unit, Known).write();
}

Location Header::locate(std::size_t Offset) const {
  auto After = std::ranges::upper_bound(Written.marks(), Offset, {},
                                        &Text::Mark::Offset);
  return After == Written.marks().begin() ? Location() : (After - 1)->From;
}

Location Header::itemAt(std::size_t Offset) const {
  for (const Span &S : Spans)
    if (S.Begin <= Offset && Offset < S.End)
      return S.Item;
  return {};
}

Header HeaderWriter::write() {
  const std::string Guard = guardOf(U.Header);
  Out.Written << "#ifndef " << Guard << "\n#define " << Guard << "\n\n";
  writeIncludes();
  writeItems(U.Tree.Items, nullptr);
  leave();
  std::string AtEnd;
  for (const Comment &C : U.Tree.AtEnd)
    AtEnd += C.Text + "\n";
  if (!AtEnd.empty())
    Out.Written << "\n" << AtEnd;
  if (!Opened.empty())
    Out.Written << "\n[[rpc::stubs]];\n";
  Out.Written << "\n#endif\n";
  return std::move(Out);
}

void HeaderWriter::writeIncludes() {
  forEachItem(U.Tree.Items, [&](const Item &I, const Interface *) {
    if (std::holds_alternative<Import>(I.Is))
      for (const Comment &C : I.Before)
        Out.Written << C.Text << (C.IsApart ? "\n\n" : "\n");
  });
  std::set<std::string> Own, Shipped = {"rpc/rpc.h"};
  for (std::size_t N : U.Imports)
    (P.Units[N].Ships ? Shipped : Own).insert(P.Units[N].Header);
  for (const std::string &Name : Own)
    Out.Written << "#include \"" << Name << "\"\n";
  if (!Own.empty())
    Out.Written << "\n";
  for (const std::string &Name : Shipped)
    Out.Written << "#include <" << Name << ">\n";
  Out.Written << "\n#include <cstdint>\n";
}

void HeaderWriter::writeItems(const std::vector<Item> &Items,
                              const Interface *In) {
  for (const Item &I : Items)
    if (auto *Inner = std::get_if<Interface>(&I.Is)) {
      if (Inner->IsDefined)
        write(*Inner, I);
    } else if (auto *O = std::get_if<Other>(&I.Is); O && !O->Items.empty()) {
      writeItems(O->Items, In);
    } else {
      writeItem(I, In);
    }
}

void HeaderWriter::writeItem(const Item &I, const Interface *In) {
  if (std::holds_alternative<Import>(I.Is))
    return;
  enter(In);
  separate(I);
  auto Refused = P.Refused.find(I.Loc.Raw);
  const bool IsRefused = Refused != P.Refused.end();
  writeComments(I.Before);
  if (!IsRefused)
    declareFirst(I);
  Span S{Now.Body.size(), 0, I.Loc};
  if (IsRefused)
    writeRefused(I, Refused->second);
  else
    std::visit([&](auto &Is) { write(Is, I); }, I.Is);
  S.End = Now.Body.size();
  Now.Spans.push_back(S);
  writeTrailing(I.After);
}

/// Begins the namespace of an interface, or goes on with that of types.
void HeaderWriter::enter(const Interface *In) {
  const std::string Wanted = P.namespaceOf(U, In);
  const bool IsInterface = In && !isObject(*In) && needsInterface(*In);
  if (Now.IsOpen && Now.Namespace == Wanted) {
    if (IsInterface && !Now.In) // types before it, in its own namespace
      Now.In = In;
    return;
  }
  leave();
  Now = Block();
  Now.IsOpen = true;
  Now.Namespace = Wanted;
  Now.In = IsInterface ? In : nullptr;
  AfterBlock = false;
}

/// Whether the namespace has to be an interface: it has calls, or says
/// something of its types.
bool HeaderWriter::needsInterface(const Interface &In) const {
  return hasCalls(In);
}

void HeaderWriter::leave() {
  if (!Now.IsOpen)
    return;
  Now.IsOpen = false;
  if (Now.Body.isEmpty() && !Now.In)
    return;
  writeOpening();
  std::set<std::string> &Known = Imported[Now.Namespace];
  bool Any = false;
  for (const std::string &Name : Now.Used)
    if (Known.insert(Name).second) {
      Out.Written << "using " << Name << ";\n";
      Any = true;
    }
  if (Any)
    Out.Written << "\n";
  const std::size_t Base = Out.Written.size();
  Out.Written << Now.Body;
  for (Span S : Now.Spans)
    Out.Spans.push_back({S.Begin + Base, S.End + Base, S.Item});
  std::size_t Last = Now.Namespace.rfind("::");
  if (!Now.In || Last == std::string::npos)
    Out.Written << "\n}  // namespace " << Now.Namespace << "\n";
  else
    Out.Written << "\n}  // namespace " << Now.Namespace.substr(Last + 2)
                << "\n}  // namespace " << Now.Namespace.substr(0, Last)
                << "\n";
}

void HeaderWriter::writeOpening() {
  Out.Written << "\n" << Now.Before;
  if (const Attribute *A =
          Now.In ? find(Now.In->Attrs, "implicit_handle") : nullptr)
    Out.Written << "extern rpc::handle_t " << A->Text << ";\n\n";
  Out.Written << "namespace ";
  if (!Now.In) {
    Out.Written << Now.Namespace << " {\n\n";
    return;
  }
  // An attribute is for one namespace.
  std::size_t Last = Now.Namespace.rfind("::");
  std::string Name = Now.Namespace;
  if (Last != std::string::npos) {
    Out.Written << Now.Namespace.substr(0, Last) << " {\nnamespace ";
    Name = Now.Namespace.substr(Last + 2);
  }
  Opened.insert(Now.Namespace);
  Out.Written << "[[" << interfaceAttributes(*Now.In) << "]] " << Name
              << " {\n\n";
}

Text HeaderWriter::interfaceAttributes(const Interface &In) {
  Text Result;
  const Attribute *Id = find(In.Attrs, "uuid");
  if (Id) {
    std::string Uuid = lower(Id->Text);
    std::erase(Uuid, '"');
    Result.at(Id->Loc) << "rpc::interface(\"" << Uuid << "\", " << versionOf(In)
                       << ")";
  } else {
    Result << "rpc::interface";
  }
  std::size_t Column = std::string("namespace [[").size() + Result.size();
  for (const Attribute &A : In.Attrs) {
    if (A.Name == "uuid" || A.Name == "version")
      continue;
    Text Piece = attribute(A);
    bool Fits = Column + 2 + Piece.size() < 96;
    Result << (Fits ? ", " : ",\n            ") << Piece;
    Column = Fits ? Column + 2 + Piece.size() : 12 + Piece.size();
  }
  return Result;
}

void HeaderWriter::line(std::size_t Indent, const Text &T) {
  Now.Body << std::string(Indent, ' ') << T << "\n";
}

/// Of a comment of several lines, all are moved as much as the first.
void HeaderWriter::writeComments(const Comments &All, std::size_t Indent) {
  for (const Comment &C : All) {
    std::string Rest = C.Text;
    bool IsFirst = true;
    while (!Rest.empty()) {
      std::size_t End = std::min(Rest.find('\n'), Rest.size());
      std::string Line = Rest.substr(0, End);
      Rest.erase(0, End + 1);
      std::size_t First = Line.find_first_not_of(" \t");
      Line = First == std::string::npos ? "" : Line.substr(First);
      while (!Line.empty() &&
             std::isspace(static_cast<unsigned char>(Line.back())))
        Line.pop_back();
      bool IsStar = !IsFirst && Line.starts_with("*");
      bool Deeper = !IsFirst && !IsStar && !Line.empty();
      if (Line.empty())
        Now.Body << "\n";
      else
        line(Indent + (IsStar ? 1 : Deeper ? 3 : 0), Text() << Line);
      IsFirst = false;
    }
    if (C.IsApart)
      Now.Body << "\n";
  }
}

/// After what was written last.
void HeaderWriter::writeTrailing(const Comments &All) {
  if (All.empty())
    return;
  Now.Body.dropNewline();
  for (const Comment &C : All)
    Now.Body << "  " << C.Text;
  Now.Body << "\n";
}

/// Blank lines around what has several lines.
void HeaderWriter::separate(const Item &I) {
  const bool Wants = hasLines(I) || !I.Before.empty();
  if (!Now.Body.isEmpty() && (Wants || AfterBlock))
    Now.Body << "\n";
  AfterBlock = hasLines(I);
}

void HeaderWriter::writeRefused(const Item &I, const std::string &Why) {
  auto *O = std::get_if<Operation>(&I.Is);
  std::string Name = O ? O->Name : "what is declared here";
  if (auto *T = std::get_if<Typedef>(&I.Is); T && !T->Names.empty())
    Name = T->Names.front().Name;
  else if (auto *D = std::get_if<Declared>(&I.Is); D && D->T)
    Name = D->T->Name;
  else if (auto *C = std::get_if<Constant>(&I.Is))
    Name = C->Name;
  else if (auto *Left = std::get_if<Other>(&I.Is))
    Name = Left->What + " " + Left->Name;
  else if (auto *Q = std::get_if<Quote>(&I.Is))
    Name = Q->Text;
  Text Comment;
  line(0, Comment.at(I.Loc) << "// " << Name << ": " << Why);
  if (O && Now.In && !find(O->Attrs, "local")) {
    Text Reserved;
    line(0, Reserved.at(I.Loc)
                << "[[rpc::reserved]] void " << identifier(O->Name) << "();");
  }
}

void HeaderWriter::write(const Typedef &T, const Item &) {
  if (!T.T)
    return;
  const bool IsRecord = T.T->K == Type::Kind::Structure ||
                        T.T->K == Type::Kind::Union ||
                        T.T->K == Type::Kind::Enumeration;
  if (IsRecord && T.T->Defined)
    writeRecord(*T.T, T.Attrs);
  else if (IsRecord && !find(T.Attrs, "context_handle"))
    declareRecord(*T.T);
  Type Named = *T.T;
  Named.Defined = nullptr;
  for (const Variable &V : T.Names)
    if (!IsRecord || !V.Layers.empty() ||
        identifier(V.Name) != Known.nameOf(*T.T))
      writeAlias(V, IsRecord && !T.T->Name.empty() ? Named : *T.T,
                 withoutDefinition(T.Attrs, T.T->K));
}

void HeaderWriter::write(const Declared &D, const Item &) {
  if (D.T && D.T->Defined)
    writeRecord(*D.T, D.Attrs);
  else if (D.T)
    declareRecord(*D.T);
}

void HeaderWriter::write(const Constant &C, const Item &I) {
  // A macro may be defined again.
  if (!Constants.insert(Now.Namespace + "::" + C.Name).second && !C.T)
    return;
  Text Line;
  Line << "constexpr ";
  if (C.T) {
    Type T = *C.T;
    T.Const = !C.Layers.empty();
    Line << declaration({}, T, C.Layers, I.Loc, identifier(C.Name));
  } else {
    Line.at(I.Loc) << "auto " << identifier(C.Name);
  }
  Line << " = ";
  line(0, Line.at(C.Value.Loc) << spell(C.Value) << ";");
}

void HeaderWriter::write(const Quote &Q, const Item &I) {
  Text Line;
  line(0, Line.at(I.Loc) << (Q.IsComment ? "// " : "") << Q.Text);
}

void HeaderWriter::write(const Interface &In, const Item &I) {
  enter(&In);
  if (!I.Before.empty() && Now.Body.isEmpty()) {
    writeComments(I.Before);
    Now.Before = std::exchange(Now.Body, {});
  } else if (!I.Before.empty()) {
    Now.Body << "\n";
    writeComments(I.Before);
    Now.Body << "\n";
  }
  writeItems(In.Items, &In);
}

void HeaderWriter::write(const Other &O, const Item &I) {
  Text Line;
  line(0, Line.at(I.Loc) << "// " << O.What << " " << O.Name);
}

} // namespace rpcgen::idl
