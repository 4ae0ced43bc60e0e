//===- Judge.h - what the compiler says of headers ------------------------===//
#ifndef RPC_IDL_JUDGE_H
#define RPC_IDL_JUDGE_H

#include "Pipeline.h"

#include "model/Finding.h"
#include "model/Interface.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rpc_idl {

/// A header that is in memory only.
struct MemoryFile {
  std::string Name;
  std::string Text;
};

struct Spot {
  std::size_t File = 0; ///< the number of the header
  std::size_t Offset = 0;
  bool IsKnown = false; ///< false: in no header that was given
};

struct Judged {
  struct Note {
    Spot At;
    std::string Message;
  };
  Spot At;
  rpcgen::Severity Level;
  std::string Message;
  std::string Rule; ///< "" of the compiler
  std::vector<Note> Notes;
};

/// What headers declare.
struct Declarations {
  struct Range {
    std::uint32_t Begin = 0, End = 0;
  };

  rpcgen::Model Read;
  std::vector<Range> Headers; ///< what locations in each of them are

  Spot find(rpcgen::Location Loc) const;
};

/// Runs the pipeline of the plugin over the last of the headers, with the rules
/// of `Wanted`. `Include` is the folder of the runtime's headers. `Into`
/// becomes what they declare.
std::vector<Judged> judge(const std::vector<MemoryFile> &Headers,
                          const std::string &Include,
                          const rpcgen::Options &Wanted, Declarations &Into);

} // namespace rpc_idl

#endif // RPC_IDL_JUDGE_H
