//===- Suppression.h - findings that the user does not want
//----------------===//
#ifndef RPCGEN_MODEL_SUPPRESSION_H
#define RPCGEN_MODEL_SUPPRESSION_H

#include "model/Location.h"

#include <string>

namespace rpcgen {

/// One rule of one [[rpc::suppress("rule")]] or of one comment for rpc-check:
/// silences what the rule finds between two places of one file.
struct Suppression {
  std::string Rule; ///< as written: there may be none of that name
  Location Loc;
  Location Begin, End; ///< both included
};

} // namespace rpcgen

#endif // RPCGEN_MODEL_SUPPRESSION_H
