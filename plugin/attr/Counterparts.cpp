//===- Counterparts.cpp ---------------------------------------------------===//

#include "attr/Counterparts.h"

namespace rpcgen {
namespace {

struct Counterpart {
  std::string_view Name, Advice;
};

constexpr std::string_view
    Null = "write 'rpc::unique' on a pointer that may be null",
    Objects = "interfaces of objects are not supported: write functions",
    NoReply = "write 'rpc::maybe' for a call without an answer",
    Nothing = "leave it out: it has no meaning here";

constexpr Counterpart Counterparts[] = {
    {"retval", "let the function return the value"},
    {"optional", Null},
    {"nullable", Null},
    {"nonnull", "write 'rpc::ref' on a pointer that is never null"},
    {"full", "write 'rpc::ptr' for a full pointer"},
    {"object", Objects},
    {"dual", Objects},
    {"iid_is", Objects},
    {"oleautomation", Objects},
    {"callback", "a server cannot call its client: let it write to an [out] "
                 "pipe, 'rpc::pipe<T> &'"},
    {"oneway", NoReply},
    {"message", NoReply},
    {"broadcast", "leave it out: a call goes to one server"},
    {"auto_handle", "leave it out: the client object names the server"},
    {"const", "write 'const' before the type"},
    {"array", "write 'rpc::size_is(n)' on an array or pointer"},
    {"min_is", "leave it out: arrays begin at 0"},
    {"bstring", "write 'rpc::string'"},
    {"helpstring", Nothing},
    {"code", Nothing},
    {"nocode", Nothing},
    {"optimize", Nothing},
    {"propget", Nothing},
    {"propput", Nothing},
};

} // namespace

std::string_view counterpartOf(std::string_view Name) {
  for (const Counterpart &Each : Counterparts)
    if (Each.Name == Name)
      return Each.Advice;
  return "";
}

} // namespace rpcgen
