// IDL files with words missing, changed or repeated must never do harm, and never take long. The
// seed is fixed. RPC_IDL_MUTATIONS says how many of each file, RPC_IDL_SEEDS in which folder the
// files are.
#include "idl/Header.h"
#include "idl/Load.h"
#include "idl/Refuse.h"
#include "idl/lower/Lower.h"

#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/DiagnosticOptions.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

using namespace rpcgen::idl;

namespace {

std::string textOf(const std::filesystem::path& Path) {
  std::ifstream File(Path, std::ios::binary);
  return {std::istreambuf_iterator<char>(File), {}};
}

std::vector<std::string> seeds() {
  const char* Folder = std::getenv("RPC_IDL_SEEDS");
  std::vector<std::string> Result;
  for (const auto& Entry : std::filesystem::directory_iterator(Folder ? Folder : INPUTS))
    if (Entry.path().extension() == ".idl") Result.push_back(textOf(Entry.path()));
  std::ranges::sort(Result);
  return Result;
}

int mutations() {
  const char* Count = std::getenv("RPC_IDL_MUTATIONS");
  return Count ? std::atoi(Count) : 40;
}

/// Everything that rpc-idl does before the compiler sees a header. The result
/// is the header, "" for what cannot be read.
std::string import(const std::string& Text, Dialect D) {
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  Memory->addFile("/seed.idl", 0, llvm::MemoryBuffer::getMemBuffer(Text));
  clang::FileManager Files{clang::FileSystemOptions(), Memory};
  clang::IgnoringDiagConsumer Nobody;
  clang::DiagnosticsEngine Diagnostics(new clang::DiagnosticIDs, new clang::DiagnosticOptions,
                                       &Nobody, false);
  TokenOptions Given;
  Given.D = D;
  Sources From(Given, Diagnostics, Files);
  Diagnostics.setSourceManager(&From.texts());
  Program P;
  P.D = D;
  load("/seed.idl", "", From, "/nowhere", P);
  bool IsWrong = Diagnostics.hasErrorOccurred() ||
                 std::ranges::any_of(
                     P.Findings, [](const auto& F) { return F.Level == rpcgen::Severity::Error; });
  if (IsWrong) return "";
  lower(P);
  refuseDependents(P, Symbols(P));
  return writeHeader(P, P.Units.size() - 1, Symbols(P)).Written.str();
}

class IdlMutation : public ::testing::Test {
 protected:
  std::size_t pick(std::size_t Below) {
    return std::uniform_int_distribution<std::size_t>(0, Below - 1)(Random);
  }

  void change(std::string& Text) {
    static const std::vector<std::string> Words = {
        "[",       "]",     "{",       "}",       "(",      ")",         ",",
        ";",       "*",     "struct",  "union",   "enum",   "typedef",   "switch",
        "case 1:", "const", "void",    "size_is", "import", "interface", "X",
        "0x",      "\"",    "#define", "/*",      "..",     "pipe",      "<"};
    if (Text.empty()) return;
    std::size_t At = pick(Text.size());
    std::size_t Count = std::min(pick(12) + 1, Text.size() - At);
    switch (pick(5)) {
      case 0: Text.erase(At, Count); break;
      case 1: Text[At] = static_cast<char>(pick(256)); break;
      case 2: Text.insert(At, " " + Words[pick(Words.size())] + " "); break;
      case 3: Text.insert(pick(Text.size()), Text.substr(At, 40 * Count)); break;
      default: Text.replace(At, Count, Words[pick(Words.size())]);
    }
  }

  std::mt19937 Random{20};
};

TEST_F(IdlMutation, IsReadOrRefused) {
  const std::vector<std::string> All = seeds();
  ASSERT_FALSE(All.empty());
  for (const std::string& Seed : All) {
    for (int I = 0; I != mutations(); ++I) {
      std::string Text = Seed;
      for (std::size_t Changes = pick(6) + 1; Changes != 0; --Changes) change(Text);
      const std::clock_t Begin = std::clock();  // of this process alone
      import(Text, static_cast<Dialect>(pick(4)));
      EXPECT_LT(std::clock() - Begin, 10 * CLOCKS_PER_SEC) << Text;
    }
  }
}

/// Each of them once without end, as recursion would not survive.
TEST_F(IdlMutation, NestsNoDeeperThanTheStack) {
  for (const std::string Opening : {"(", "[", "struct {", "*(", "typedef struct { struct {",
                                    "library x {", "interface x {", "x<", "- - -", "1 ? ", "pipe ",
                                    "union switch (", "SAFEARRAY(", "namespace x {", "((((long)"}) {
    std::string Text = "const long n = ";
    for (const std::string Before : {"const long n = ", "typedef ", "", "void f([size_is("}) {
      Text = Before;
      for (int I = 0; I != 20000; ++I) Text += Opening;
      import(Text, Dialect::Midl);
    }
  }
}

}  // namespace
