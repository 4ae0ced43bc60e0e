//===- Extract.cpp --------------------------------------------------------===//

#include "Extract.h"

#include "Document.h"
#include "Markup.h"
#include "Output.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

using llvm::StringRef;

namespace rpc_idl {
namespace {

/// "Appendix A: Full IDL"
bool beginsAppendix(StringRef Heading) {
  return llvm::Regex("(^|[^A-Za-z_])IDL($|[^A-Za-z_])").match(Heading) &&
         (Heading.contains("Full") || Heading.contains("Appendix"));
}

/// "faxobs.idl" of "Appendix A.3: faxobs.idl"
std::string fileIn(StringRef Heading) {
  llvm::SmallVector<StringRef, 3> Found;
  const std::string Lower = Heading.lower();
  if (!llvm::Regex("([a-z0-9_-]+\\.(idl|h|acf))").match(Lower, &Found))
    return "";
  return Found[1].str();
}

/// What comes before the first of such lines is said to the reader.
bool beginsIdl(StringRef Line) {
  Line = Line.ltrim();
  if (Line.starts_with("["))
    return !Line.contains("](");
  static llvm::Regex First("^(import|typedef|const|interface|library|"
                           "midl_pragma|cpp_quote|struct|enum|union)[ (\"]|"
                           "^(//|/\\*|#define|#include|#if|#pragma)|"
                           "^(interface|typedef|library)$");
  return First.match(Line);
}

bool isBlank(const std::string &Line) { return StringRef(Line).trim().empty(); }

/// Converters lose the "\" at the end of a line of a macro.
std::vector<std::string> joinMacros(const std::vector<std::string> &Lines) {
  std::vector<std::string> Result;
  for (std::size_t I = 0; I < Lines.size(); ++I) {
    std::string Line = Lines[I];
    auto GoesOn = [&] {
      return StringRef(Line).ltrim().starts_with("#define") &&
             (StringRef(Line).ends_with("\\") ||
              std::ranges::count(Line, '(') > std::ranges::count(Line, ')'));
    };
    while (GoesOn() && I + 1 < Lines.size()) {
      if (Line.back() == '\\')
        Line.pop_back();
      if (StringRef More = StringRef(Lines[++I]).trim(); !More.empty())
        Line += " " + More.str();
    }
    Result.push_back(std::move(Line));
  }
  return Result;
}

/// Converters also put a blank line after each one.
std::string joined(const std::vector<std::string> &Lines) {
  auto Blank = std::ranges::count_if(Lines, isBlank);
  bool IsSpread = Blank * 10 >= (std::ssize(Lines) - Blank) * 8;
  std::string Result;
  bool WasBlank = true;
  for (std::size_t I = 0; I < Lines.size(); ++I) {
    bool IsSingle = isBlank(Lines[I]) && !WasBlank && I + 1 < Lines.size() &&
                    !isBlank(Lines[I + 1]);
    if (!(IsSpread && IsSingle) && !(isBlank(Lines[I]) && WasBlank))
      Result += StringRef(Lines[I]).rtrim().str() + "\n";
    WasBlank = isBlank(Lines[I]);
  }
  return Result;
}

bool isHtml(StringRef Text) {
  StringRef Begin = Text.take_front(1000);
  return Begin.contains_insensitive("<html") ||
         Begin.contains_insensitive("<!doctype html");
}

bool isWord(StringRef Text) {
  return Text.take_front(10000).contains("<w:document");
}

std::vector<MarkupLine> linesOf(StringRef Text) {
  return isWord(Text)   ? readWord(Text)
         : isHtml(Text) ? readHtml(Text)
                        : readMarkdown(Text);
}

} // namespace

std::vector<Extracted> extract(StringRef Text, StringRef Document) {
  struct Part {
    std::string Name;
    std::vector<std::string> Lines;
  };
  std::vector<Part> Parts;
  auto Enter = [&](const std::string &Name) {
    auto Known = std::ranges::find(Parts, Name, &Part::Name);
    return Known != Parts.end()
               ? static_cast<std::size_t>(Known - Parts.begin())
               : (Parts.push_back({Name, {}}), Parts.size() - 1);
  };
  unsigned Level = 0; // of the appendix; 0 outside of it
  bool Began = false;
  std::size_t Now = 0;
  for (const MarkupLine &Line : linesOf(Text)) {
    if (Line.Heading != 0) {
      Began = false;
      if (Level != 0 && Line.Heading > Level) {
        if (std::string File = fileIn(Line.Text); !File.empty())
          Now = Enter(Document.str() + "_" + File);
      } else if (beginsAppendix(Line.Text)) {
        Level = Line.Heading;
        Now = Enter(Document.str() + ".idl");
      } else {
        Level = 0;
      }
    } else if (Level != 0 && (Began || beginsIdl(Line.Text))) {
      Began = true;
      Parts[Now].Lines.push_back(Line.Text);
    }
  }
  std::vector<Extracted> Result;
  for (const Part &P : Parts)
    if (!P.Lines.empty())
      Result.push_back({P.Name, joined(joinMacros(P.Lines))});
  return Result;
}

int extractFile(const std::string &File, const std::string &Folder) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer) {
    llvm::errs() << "rpc-idl: cannot read '" << File << "'\n";
    return 2;
  }
  std::string Document = llvm::sys::path::stem(File).lower();
  StringRef Text = (*Buffer)->getBuffer();
  std::optional<std::string> Unpacked;
  if (isArchive(Text)) {
    Unpacked = readDocument(Text);
    if (!Unpacked) {
      llvm::errs() << "rpc-idl: '" << File << "' is no document of Word\n";
      return 2;
    }
    Text = *Unpacked;
  }
  std::vector<Extracted> All = extract(Text, Document);
  for (const Extracted &E : All) {
    const std::string Into = Folder.empty() ? "." : Folder;
    if (!writeInto(Into, E.Name, E.Text))
      return 2;
    llvm::SmallString<256> Path(Into);
    llvm::sys::path::append(Path, E.Name);
    llvm::outs() << Path << "\n";
  }
  if (All.empty())
    llvm::errs() << "rpc-idl: '" << File << "' has no appendix of IDL\n";
  return All.empty() ? 1 : 0;
}

} // namespace rpc_idl
