//===- Arguments.cpp ------------------------------------------------------===//
#include "Arguments.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <unistd.h>

using namespace call;
namespace cl = llvm::cl;
using rpc::mechanism;
using rpc::protection;

namespace {

cl::OptionCategory Category("Options of rpc-call");

cl::opt<Task> What(
    cl::desc("Instead of one call"),
    cl::values(clEnumValN(Task::Interactive, "interactive",
                          "Calls over one connection, a line for each: FILE"),
               clEnumValN(Task::List, "list", "Names of all operations: FILE"),
               clEnumValN(Task::Describe, "describe",
                          "Declarations and layouts: FILE [OPERATION]"),
               clEnumValN(Task::Template, "template",
                          "A request to fill in: FILE OPERATION"),
               clEnumValN(Task::Encode, "encode",
                          "The bytes of the request: FILE OPERATION [JSON]")),
    cl::init(Task::Call), cl::cat(Category));
cl::list<std::string> Words(cl::Positional,
                            cl::desc("BINDING FILE OPERATION [JSON]"),
                            cl::cat(Category));
cl::list<std::string>
    ExtraArguments("extra-arg",
                   cl::desc("Option of the compiler for headers and IDL"),
                   cl::value_desc("option"), cl::cat(Category));
cl::opt<rpc::ndr::syntax>
    Syntax("syntax", cl::desc("The transfer syntax, if not the best of both"),
           cl::values(clEnumValN(rpc::ndr::syntax::ndr20, "ndr", "NDR 2.0"),
                      clEnumValN(rpc::ndr::syntax::ndr64, "ndr64", "NDR64")),
           cl::cat(Category));
cl::opt<bool> Dump("dump", cl::desc("Print the bytes of both messages"),
                   cl::cat(Category));
cl::list<std::string> PipesIn("in", cl::desc("A pipe's octets, from a file"),
                              cl::value_desc("name=file"), cl::cat(Category));
cl::list<std::string> PipesOut("out", cl::desc("A pipe's octets, to a file"),
                               cl::value_desc("name=file"), cl::cat(Category));
cl::opt<std::string> Object("object", cl::desc("The object that is called"),
                            cl::value_desc("uuid"), cl::cat(Category));
cl::opt<unsigned> Timeout("timeout", cl::desc("Of the call"),
                          cl::value_desc("seconds"), cl::init(60),
                          cl::cat(Category));
cl::opt<mechanism> Mechanism(
    "mechanism", cl::desc("Who the caller is, is proved by"),
    cl::values(clEnumValN(mechanism::ntlm, "ntlm", "A password"),
               clEnumValN(mechanism::kerberos, "kerberos", "Tickets"),
               clEnumValN(mechanism::spnego, "spnego", "The better of both")),
    cl::init(mechanism::none), cl::cat(Category));
cl::opt<protection>
    Level("level", cl::desc("How calls are protected"),
          cl::values(clEnumValN(protection::connect, "connect", "Not at all"),
                     clEnumValN(protection::integrity, "integrity", "Signed"),
                     clEnumValN(protection::privacy, "privacy", "Encrypted")),
          cl::init(protection::privacy), cl::cat(Category));
cl::opt<std::string>
    User("user",
         cl::desc("Instead of the tickets that are there; the password is that "
                  "of --password-file, RPC_PASSWORD, or asked for"),
         cl::value_desc("[domain\\]name"), cl::cat(Category));
cl::opt<bool> Anonymous("anonymous", cl::desc("NTLM without a user"),
                        cl::cat(Category));
cl::opt<std::string> PasswordFile("password-file",
                                  cl::desc("Its first line is the password"),
                                  cl::value_desc("file"), cl::cat(Category));
cl::opt<std::string> Target("target", cl::desc("The server's principal"),
                            cl::value_desc("host/name"), cl::cat(Category));

void printVersion(llvm::raw_ostream &Out) {
  Out << "rpc-call " RPCGEN_VERSION "\n";
}

std::string password() {
  if (!PasswordFile.empty()) {
    const std::string Text = readFile(PasswordFile);
    return Text.substr(0, Text.find_first_of("\r\n"));
  }
  if (const char *Given = std::getenv("RPC_PASSWORD"))
    return Given;
  const char *Typed = ::getpass("Password: ");
  if (!Typed)
    throw std::runtime_error("there is no terminal to ask for the password: "
                             "use --password-file or RPC_PASSWORD");
  return Typed;
}

std::optional<rpc::client_security> security() {
  if (!Anonymous && User.empty() && Mechanism == mechanism::none)
    return std::nullopt;
  rpc::client_security Made{
      .credentials = Anonymous ? rpc::credentials::anonymous() : [] {
        if (User.empty())
          return rpc::credentials();
        const std::string &Name = User;
        const std::size_t Bar = Name.find('\\');
        return Bar == std::string::npos
                   ? rpc::credentials(Name, "", password())
                   : rpc::credentials(Name.substr(Bar + 1), Name.substr(0, Bar),
                                      password());
      }()};
  if (Mechanism != mechanism::none)
    Made.mechanism = Mechanism;
  else if (Anonymous)
    Made.mechanism = mechanism::ntlm;
  Made.level = Level;
  Made.target = Target;
  return Made;
}

std::map<std::string, std::string> files(const cl::list<std::string> &Given) {
  std::map<std::string, std::string> All;
  for (const std::string &Each : Given) {
    const std::size_t Sign = Each.find('=');
    if (Sign == std::string::npos)
      throw std::runtime_error("'" + Each + "' is not of the form NAME=FILE");
    All[Each.substr(0, Sign)] = Each.substr(Sign + 1);
  }
  return All;
}

} // namespace

std::string call::readFile(const std::string &Path) {
  auto File = llvm::MemoryBuffer::getFileOrSTDIN(Path, false, false);
  if (!File)
    throw std::runtime_error("cannot read '" + Path +
                             "': " + File.getError().message());
  return (*File)->getBuffer().str();
}

Arguments call::parseArguments(int Count, const char *const *Given) {
  cl::HideUnrelatedOptions(Category);
  cl::SetVersionPrinter(printVersion);
  std::string Wrong;
  llvm::raw_string_ostream Errors(Wrong);
  if (!cl::ParseCommandLineOptions(
          Count, Given,
          "Calls an operation of a header, an IDL file or a description, and "
          "prints its results as JSON\n",
          &Errors))
    throw std::runtime_error(Errors.str());

  Arguments Made;
  Made.What = What;
  std::vector<std::string *> Places;
  if (What == Task::Call || What == Task::Interactive)
    Places.push_back(&Made.Binding);
  Places.push_back(&Made.File);
  const std::size_t Least =
      Places.size() +
      (What == Task::Call || What == Task::Template || What == Task::Encode);
  if (What != Task::Interactive && What != Task::List)
    Places.push_back(&Made.Operation);
  if (What == Task::Call || What == Task::Encode)
    Places.push_back(&Made.Json);
  if (Words.size() < Least || Words.size() > Places.size())
    throw std::runtime_error(
        "write for example: rpc-call 'ncacn_ip_tcp:127.0.0.1[5000]' echo.h "
        "add_one '{\"value\": 41}' (rpc-call --help has all)");
  for (std::size_t N = 0; N < Words.size(); ++N)
    *Places[N] = Words[N];
  Made.Compiler = {ExtraArguments.begin(), ExtraArguments.end()};
  if (Syntax.getNumOccurrences())
    Made.Syntax = Syntax;
  Made.Dump = Dump;
  Made.In = files(PipesIn);
  Made.Out = files(PipesOut);
  if (!Object.empty()) {
    try {
      Made.Object = rpc::uuid(std::string(Object));
    } catch (const std::invalid_argument &) {
      throw std::runtime_error("'" + Object + "' is no uuid");
    }
  }
  Made.Connection.ndr64 = Made.Syntax != rpc::ndr::syntax::ndr20;
  Made.Connection.call_timeout = std::chrono::seconds(Timeout);
  if (What == Task::Call || What == Task::Interactive)
    Made.Connection.security = security();
  return Made;
}
