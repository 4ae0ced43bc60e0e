//===- Acf.h - attributes that a file of their own adds -------------------===//
#ifndef RPCGEN_IDL_ACF_H
#define RPCGEN_IDL_ACF_H

#include "idl/Tree.h"

#include "model/Finding.h"

namespace rpcgen::idl {

/// What an attribute configuration file (ACF) says of the interfaces, types,
/// operations and parameters of an IDL file.
struct Acf {
  struct Entry {
    enum class Kind { Interface, Type, Operation, Parameter };
    Kind K;
    Location Loc;
    std::string Name;
    std::string Operation; ///< of a parameter
    Attributes Attrs;
  };
  std::vector<Entry> Entries;
};

Acf parseAcf(const std::vector<Token> &Tokens, std::vector<Finding> &Findings);

/// Adds the attributes to what they are said of.
void merge(const Acf &From, File &Into, std::vector<Finding> &Findings);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_ACF_H
