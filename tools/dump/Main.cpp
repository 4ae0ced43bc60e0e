//===- Main.cpp - rpc-dump ------------------------------------------------===//
//
// Decodes DCE/RPC: captures, PDUs and stub data. docs/rpc-dump.md is its page.
//
//===----------------------------------------------------------------------===//
#include "Capture.h"
#include "Conversation.h"
#include "Decoding.h"
#include "Described.h"
#include "Files.h"
#include "Hex.h"
#include "Output.h"
#include "Traffic.h"

#include "Source.h"

#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

#include <iostream>
#include <memory>
#include <stdexcept>

using namespace dump;
namespace cl = llvm::cl;
using rpc::ndr::syntax;

namespace {

enum class Format { Text, Json, Html };
enum class Direction { None, Request, Response };

cl::OptionCategory Category("Options of rpc-dump");

cl::list<std::string> Headers("header",
                              cl::desc("An annotated header, an IDL file or a "
                                       "description (.rpc.json)"),
                              cl::value_desc("file"), cl::cat(Category));
cl::list<std::string>
    DescriptionFiles("description",
                     cl::desc("The description that the plugin wrote of one"),
                     cl::value_desc("file.rpc.json"), cl::cat(Category));
cl::list<std::string>
    ExtraArguments("extra-arg",
                   cl::desc("Option of the compiler for headers and IDL"),
                   cl::value_desc("option"), cl::cat(Category));
cl::opt<std::string>
    InterfaceName("interface",
                  cl::desc("Of several that are described, the one to use"),
                  cl::value_desc("name"), cl::cat(Category));
cl::opt<Direction>
    StubOf(cl::desc("What the files hold, if not PDUs"),
           cl::values(clEnumValN(Direction::Request, "request",
                                 "Stub data of a request of --opnum"),
                      clEnumValN(Direction::Response, "response",
                                 "Stub data of a response of --opnum")),
           cl::init(Direction::None), cl::cat(Category));
cl::opt<std::string>
    RequestFile("request-file",
                cl::desc("Stub data of the request that --response answers"),
                cl::value_desc("file"), cl::cat(Category));
cl::opt<int> Opnum("opnum",
                   cl::desc("The operation, where no request names it"),
                   cl::value_desc("number"), cl::init(-1), cl::cat(Category));
cl::opt<syntax> Syntax("syntax",
                       cl::desc("The transfer syntax, where no bind names it"),
                       cl::values(clEnumValN(syntax::ndr20, "ndr20", "NDR 2.0"),
                                  clEnumValN(syntax::ndr64, "ndr64", "NDR64")),
                       cl::init(syntax::ndr20), cl::cat(Category));
cl::opt<bool> BigEndian("big-endian", cl::desc("Stub data are big-endian"),
                        cl::cat(Category));
cl::opt<bool> IsHex("hex", cl::desc("The files hold hexadecimal digits"),
                    cl::cat(Category));
cl::opt<Format> Form("format", cl::desc("What to print"),
                     cl::values(clEnumValN(Format::Text, "text", "Lines"),
                                clEnumValN(Format::Json, "json",
                                           "A JSON object for each item"),
                                clEnumValN(Format::Html, "html",
                                           "A page with a sequence diagram")),
                     cl::init(Format::Text), cl::cat(Category));
cl::list<std::string> Inputs(cl::Positional, cl::desc("[file...]"),
                             cl::cat(Category));

enum ExitCode { AllDecoded = 0, NotAllDecoded = 1, Unusable = 2 };

Settings readSettings(const char *Program) {
  Settings Known;
  Known.Syntax = Syntax;
  if (Opnum > 0xFFFF)
    throw std::runtime_error("an opnum is a number up to 65535");
  if (Opnum >= 0)
    Known.Opnum = static_cast<std::uint16_t>(Opnum);

  std::vector<std::string> Files(DescriptionFiles.begin(),
                                 DescriptionFiles.end());
  Files.insert(Files.end(), Headers.begin(), Headers.end());
  if (Files.empty())
    return Known;
  auto All = std::make_shared<Described>();
  const std::string Include = rpc_idl::includeFolder(Program);
  for (const std::string &File : Files)
    All->add(rpc_idl::readSource(
        File, {ExtraArguments.begin(), ExtraArguments.end()}, Include));
  for (const auto &Each : All->decoders())
    if (InterfaceName.empty() || InterfaceName == Each.name)
      Known.Interfaces.push_back(Each);
  Known.Values = [All](const Stub &Data) { return All->values(Data); };
  if (Known.Interfaces.empty())
    throw std::runtime_error("no interface '" + InterfaceName +
                             "' is described");
  return Known;
}

/// What a file holds, of which --hex may hold the digits.
std::vector<std::byte> readBytes(const std::string &Name) {
  const std::string Text = readFile(Name);
  if (IsHex)
    return fromHex(Text);
  const auto Bytes = std::as_bytes(std::span(Text));
  return {Bytes.begin(), Bytes.end()};
}

/// A file of stub data alone.
void dumpStub(std::span<const std::byte> Data, const Settings &Known,
              Output &Out) {
  if (!Known.Opnum || Known.Interfaces.size() != 1)
    throw std::runtime_error("stub data need --opnum and one interface: a "
                             "--header or --description, perhaps --interface");
  const std::endian Order = BigEndian ? std::endian::big : std::endian::little;
  rpc::buffer Bytes, Asked; // Aligned as a message is.
  Bytes.append(Data);
  if (!RequestFile.empty())
    Asked.append(readBytes(RequestFile));
  const rpc::ndr::message Request{Order, Asked.bytes()};
  printStub({.Interface = &Known.Interfaces.front(),
             .Opnum = *Known.Opnum,
             .IsResponse = StubOf == Direction::Response,
             .Syntax = Known.Syntax,
             .Message = {Order, Bytes.bytes()},
             .Request = RequestFile.empty() ? nullptr : &Request},
            Known, {}, "", Out);
}

void dumpCapture(std::span<const std::byte> Data, const Settings &Known,
                 Output &Out) {
  Traffic Connections(Known, Out);
  try {
    readCapture(Data, [&](const Packet &Next) { Connections.add(Next); });
  } catch (const DamagedCapture &Damage) {
    Out.begin({"damage", {{"offset", std::to_string(Damage.Offset)}}});
    Out.problem(0, Damage.what());
    Out.end();
  }
  Connections.finish();
}

void dumpPdus(std::span<const std::byte> Data, const Settings &Known,
              Output &Out) {
  Conversation Only(Known, Out);
  Only.feed(Conversation::First, Data, "");
  Only.finish();
}

void dumpFile(const std::string &Name, const Settings &Known, Output &Out) {
  const std::vector<std::byte> Data = readBytes(Name);
  if (Inputs.size() > 1) {
    Out.begin({"file", {{"name", Name}}});
    Out.end();
  }
  if (StubOf != Direction::None)
    dumpStub(Data, Known, Out);
  else if (isCapture(Data))
    dumpCapture(Data, Known, Out);
  else
    dumpPdus(Data, Known, Out);
}

void printVersion(llvm::raw_ostream &Out) {
  Out << "rpc-dump " RPCGEN_VERSION
         " (for the clang of LLVM " LLVM_VERSION_STRING ")\n";
}

} // namespace

int main(int Count, char **Arguments) try {
  cl::HideUnrelatedOptions(Category);
  cl::SetVersionPrinter(printVersion);
  if (!cl::ParseCommandLineOptions(
          Count, Arguments,
          "Prints what DCE/RPC messages hold: pcap and pcapng files, PDUs, "
          "stub data\n",
          &llvm::errs()))
    return Unusable;
  if (!RequestFile.empty() && StubOf != Direction::Response)
    throw std::runtime_error("--request-file goes with --response");
  if (Inputs.empty()) {
    if (llvm::sys::Process::StandardInIsUserInput())
      throw std::runtime_error("no file is named: write for example 'rpc-dump "
                               "--header echo.h capture.pcap', or '-' for "
                               "standard input");
    Inputs.push_back("-");
  }

  const Settings Known = readSettings(Arguments[0]);
  const auto Out = Form == Format::Json   ? makeJsonOutput(std::cout)
                   : Form == Format::Html ? makeHtmlOutput(std::cout)
                                          : makeTextOutput(std::cout);
  for (const std::string &Name : Inputs)
    dumpFile(Name, Known, *Out);
  return Out->hadProblems() ? NotAllDecoded : AllDecoded;
} catch (const std::exception &Error) {
  std::cout.flush();
  llvm::errs() << "rpc-dump: " << Error.what() << '\n';
  return Unusable;
}
