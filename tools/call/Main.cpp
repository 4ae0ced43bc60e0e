//===- Main.cpp - rpc-call ------------------------------------------------===//
//
// Calls any operation from a shell. docs/rpc-call.md is its page.
//
//===----------------------------------------------------------------------===//
#include "Describe.h"
#include "Interactive.h"

#include "Source.h"

#include "dynamic/Messages.h"

#include <rpc/error.h>
#include <rpc/ndr/call.h>

#include <iostream>
#include <unistd.h>

using namespace call;

namespace {

enum ExitCode { Done = 0, CallFailed = 1, Unusable = 2 };

void encode(const Arguments &Given, const Chosen &What) {
  dynamic::Json Request = parseRequest(Given.Json);
  fillPipes(Given, What, Request);
  dynamic::Frame Values(*What.Of, std::size_t{1} << 30);
  fromJson(Request, Values);
  rpc::buffer Bytes;
  writeRequest(Given.Syntax.value_or(rpc::ndr::syntax::ndr20), Values, Bytes,
               rpc::ndr::default_message_limit);
  for (const std::byte Each : Bytes.bytes()) {
    constexpr char Digits[] = "0123456789abcdef";
    std::cout << Digits[static_cast<unsigned>(Each) >> 4]
              << Digits[static_cast<unsigned>(Each) & 15];
  }
  std::cout << '\n';
}

int run(const Arguments &Given, const char *Program) {
  const dynamic::Interfaces Known(rpc_idl::readSource(
      Given.File, Given.Compiler, rpc_idl::includeFolder(Program)));
  switch (Given.What) {
  case Task::List:
    list(Known, std::cout);
    return Done;
  case Task::Describe:
    if (!Given.Operation.empty()) {
      describe(choose(Known, Given.Operation), std::cout);
      return Done;
    }
    for (const dynamic::Interface &I : Known.all())
      for (const dynamic::Operation &O : I.Operations) {
        describe({&I, &O}, std::cout);
        std::cout << '\n';
      }
    return Done;
  case Task::Template:
    std::cout << templateOf(*choose(Known, Given.Operation).Of).dump(2) << '\n';
    return Done;
  case Task::Encode:
    encode(Given, choose(Known, Given.Operation));
    return Done;
  case Task::Interactive: {
    Session Over(Given);
    return interact(Known, Over, std::cin, ::isatty(STDIN_FILENO)) ? Done
                                                                   : CallFailed;
  }
  case Task::Call:
    break;
  }
  const Chosen What = choose(Known, Given.Operation);
  dynamic::Json Request = parseRequest(Given.Json);
  Session Over(Given);
  std::cout << Over.call(What, std::move(Request)).dump(2) << '\n';
  return Done;
}

} // namespace

int main(int Count, char **Words) try {
  const Arguments Given = parseArguments(Count, Words);
  return run(Given, Words[0]);
} catch (const rpc::error &Error) {
  std::cerr << "rpc-call: " << Error.what() << '\n';
  return CallFailed;
} catch (const std::exception &Error) {
  std::cerr << "rpc-call: " << Error.what() << '\n';
  return Unusable;
}
