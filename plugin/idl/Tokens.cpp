//===- Tokens.cpp ---------------------------------------------------------===//

#include "idl/Tokens.h"

#include "Clang.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/ModuleLoader.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>
#include <utility>

using namespace clang;

namespace rpcgen::idl {
namespace {

Location locationOf(SourceLocation Loc) { return {Loc.getRawEncoding()}; }

Token::Kind kindOf(const clang::Token &T) {
  if (T.getIdentifierInfo())
    return Token::Kind::Word;
  if (T.is(tok::numeric_constant))
    return Token::Kind::Number;
  if (tok::isStringLiteral(T.getKind()))
    return Token::Kind::String;
  if (T.isOneOf(tok::char_constant, tok::wide_char_constant))
    return Token::Kind::Character;
  return Token::Kind::Mark;
}

/// Whether macros of this body are constants: literals and other constants,
/// as one value. "2 + 3" is not: within an expression it is no sum.
class Constants {
public:
  bool hold(const MacroInfo &Macro, StringRef Name) {
    bool Is = isConstant(Macro);
    if (Is)
      Names.insert(Name.str());
    else
      Names.erase(Name.str());
    return Is;
  }

  bool has(StringRef Name) const { return Names.count(Name.str()) != 0; }

private:
  bool isConstant(const MacroInfo &Macro) const {
    if (Macro.isFunctionLike() || Macro.tokens_empty() ||
        Macro.isBuiltinMacro())
      return false;
    llvm::ArrayRef<clang::Token> Body(Macro.tokens_begin(), Macro.tokens_end());
    if (Body.size() == 1)
      return isOperand(Body.front());
    if (Body.front().is(tok::minus))
      return Body.size() == 2 && Body.back().is(tok::numeric_constant);
    int Depth = 0;
    for (const clang::Token &T : Body) {
      Depth += T.is(tok::l_paren) - T.is(tok::r_paren);
      if (Depth < 1 && &T != &Body.back())
        return false;
      if (!isOperand(T) &&
          !T.isOneOf(tok::l_paren, tok::r_paren, tok::plus, tok::minus,
                     tok::star, tok::slash, tok::pipe, tok::amp, tok::tilde,
                     tok::lessless, tok::greatergreater))
        return false;
    }
    return Depth == 0;
  }

  bool isOperand(const clang::Token &T) const {
    if (const IdentifierInfo *Name = T.getIdentifierInfo())
      return has(Name->getName());
    return T.isOneOf(tok::numeric_constant, tok::char_constant) ||
           tok::isStringLiteral(T.getKind());
  }

  std::set<std::string> Names;
};

/// Collects what is between the tokens.
class Collector final : public CommentHandler, public PPCallbacks {
public:
  Collector(Preprocessor &PP, std::vector<Token> &Into) : PP(PP), Into(Into) {}

  bool HandleComment(Preprocessor &, SourceRange Range) override {
    const SourceManager &Texts = PP.getSourceManager();
    Pending.push_back(
        {locationOf(Range.getBegin()),
         Lexer::getSourceText(CharSourceRange::getCharRange(Range), Texts,
                              PP.getLangOpts())
             .str(),
         isFirstOnLine(Range.getBegin()), isLastOfBlock(Range.getEnd())});
    return false;
  }

  void MacroDefined(const clang::Token &Name,
                    const MacroDirective *Directive) override {
    const SourceManager &Texts = PP.getSourceManager();
    if (Texts.isWrittenInBuiltinFile(Name.getLocation()) ||
        Texts.isWrittenInCommandLineFile(Name.getLocation()))
      return;
    const MacroInfo &Macro = *Directive->getMacroInfo();
    if (!Known.hold(Macro, Name.getIdentifierInfo()->getName()))
      return;
    Token Made{Token::Kind::Macro, locationOf(Name.getLocation()),
               Name.getIdentifierInfo()->getName().str(), take()};
    for (const clang::Token &T : Macro.tokens())
      Made.Body.push_back(make(T));
    Into.push_back(std::move(Made));
  }

  /// What a constant macro expands to is one word: its name.
  void add(const clang::Token &T) {
    const SourceManager &Texts = PP.getSourceManager();
    SourceLocation Loc = T.getLocation();
    if (Loc.isMacroID()) {
      SourceLocation Start = Texts.getExpansionLoc(Loc);
      StringRef Name = Lexer::getSourceText(
          CharSourceRange::getTokenRange(Start), Texts, PP.getLangOpts());
      if (Known.has(Name)) {
        if (Start != Expanding)
          Into.push_back(
              {Token::Kind::Word, locationOf(Start), Name.str(), take()});
        Expanding = Start;
        return;
      }
    }
    Expanding = {};
    Into.push_back(make(T));
    Into.back().Before = take();
  }

  Comments take() { return std::exchange(Pending, {}); }

private:
  bool isFirstOnLine(SourceLocation Loc) const {
    auto [File, Offset] = PP.getSourceManager().getDecomposedLoc(Loc);
    StringRef Line =
        PP.getSourceManager().getBufferData(File).take_front(Offset);
    return Line.drop_front(Line.rfind('\n') + 1).trim().empty();
  }

  bool isLastOfBlock(SourceLocation End) const {
    auto [File, Offset] = PP.getSourceManager().getDecomposedLoc(End);
    StringRef Rest =
        PP.getSourceManager().getBufferData(File).drop_front(Offset);
    Rest = Rest.ltrim(" \t\r");
    return Rest.consume_front("\n") && Rest.ltrim(" \t\r").starts_with("\n");
  }

  Token make(const clang::Token &T) const {
    if (T.is(tok::eof))
      return {Token::Kind::End, locationOf(T.getLocation()), "", {}};
    return {kindOf(T), locationOf(T.getLocation()), PP.getSpelling(T), {}};
  }

  Preprocessor &PP;
  std::vector<Token> &Into;
  Constants Known;
  Comments Pending;
  SourceLocation Expanding;
};

/// Nothing of the machine that this runs on.
std::string predefined(const TokenOptions &Given) {
  std::string Text = "# 1 \"<command line>\" 1\n";
  if (Given.D == Dialect::Midl)
    Text += "#define __midl 801\n";
  else if (Given.D == Dialect::Widl)
    Text += "#define __WIDL__ 0x800\n";
  for (const std::string &Macro : Given.Macros) {
    auto [Name, Value] = StringRef(Macro).split('=');
    bool HasValue = Name.size() != Macro.size();
    Text += ("#define " + Name + " " + (HasValue ? Value : "1") + "\n").str();
  }
  return Text;
}

} // namespace

Sources::Sources(TokenOptions Given, DiagnosticsEngine &Diagnostics,
                 FileManager &Files)
    : Given(std::move(Given)), Diagnostics(Diagnostics), Files(Files),
      Texts(Diagnostics, Files) {}

std::optional<std::vector<Token>> Sources::read(const std::string &Path) {
  auto File = Files.getOptionalFileRef(Path);
  if (!File)
    return std::nullopt;
  Texts.setMainFileID(
      Texts.createFileID(*File, SourceLocation(), SrcMgr::C_User));

  // "'" is no beginning of a character in the text of an #error, and widl's
  // files have "$" in names.
  LangOptions Language;
  Language.LineComment = true;
  Language.DollarIdents = true;
  Language.WChar = true;
  SharedOptions<HeaderSearchOptions> SearchOptions;
  SharedOptions<PreprocessorOptions> Preprocessing;
  SharedOptions<TargetOptions> TargetGiven;
  TargetGiven->Triple = "x86_64-pc-linux-gnu"; // of no consequence
  std::unique_ptr<TargetInfo> Target(
      TargetInfo::CreateTargetInfo(Diagnostics, TargetGiven));
  HeaderSearch Headers(SearchOptions, Texts, Diagnostics, Language,
                       Target.get());
  std::vector<std::string> Folders = Given.Folders;
  Folders.push_back(llvm::sys::path::parent_path(Path).str());
  for (const std::string &Folder : Folders)
    if (auto Found =
            Files.getOptionalDirectoryRef(Folder.empty() ? "." : Folder))
      Headers.AddSearchPath(DirectoryLookup(*Found, SrcMgr::C_User, false),
                            true);
  TrivialModuleLoader Modules;
  Preprocessor PP(Preprocessing, Diagnostics, Language, Texts, Headers,
                  Modules);
  PP.Initialize(*Target);
  PP.setPredefines(predefined(Given));

  std::vector<Token> Result;
  auto Collecting = std::make_unique<Collector>(PP, Result);
  Collector &Into = *Collecting;
  PP.addPPCallbacks(std::move(Collecting));
  PP.addCommentHandler(&Into);
  PP.EnterMainSourceFile();
  clang::Token T;
  do {
    PP.Lex(T);
    Into.add(T);
  } while (T.isNot(tok::eof));
  PP.EndSourceFile();
  return Result;
}

std::string Sources::find(const std::string &Name,
                          const std::string &From) const {
  llvm::SmallString<256> Path(llvm::sys::path::parent_path(From));
  llvm::sys::path::append(Path, Name);
  if (llvm::sys::fs::exists(Path))
    return std::string(Path);
  for (const std::string &Folder : Given.Folders) {
    Path = Folder;
    llvm::sys::path::append(Path, Name);
    if (llvm::sys::fs::exists(Path))
      return std::string(Path);
  }
  return "";
}

} // namespace rpcgen::idl
