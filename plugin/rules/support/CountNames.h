//===- CountNames.h - what names say of counts and of what is counted -----===//
//
// "cbData", "data_len", "num_items" and "n" name counts, "pbData", "items" and
// "buf" what there are several of. The words are written down in CountNames.cpp
// and on the page of the rule that asks, docs/rules/size-missing.md.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_RULES_SUPPORT_COUNTNAMES_H
#define RPCGEN_RULES_SUPPORT_COUNTNAMES_H

#include <string>
#include <string_view>
#include <vector>

namespace rpcgen {

/// In lower case, without prefixes that only name a type: "pdwFoo" is "foo".
using Words = std::vector<std::string>;

struct CountName {
  enum class Unit { Elements, Characters, Size, Bytes };

  Unit Of;
  /// Of what, "data" in "cbData"; none in "n" or "count".
  Words Stem;
  /// Read into one word, as in "namelen", which may mean anything else.
  bool Joined = false;
};

/// All ways to read the name as that of a count; none if it cannot be one.
std::vector<CountName> countNames(std::string_view Name);

/// The words of what may be counted: "pbData" is "data".
Words objectName(std::string_view Name);

/// Whether the count is of the object by its name: "cbData" of "pbData",
/// "num_items" of "items", "namelen" of "name".
bool isNamedAfter(const CountName &Count, const Words &Object);

/// Whether it says nothing of what it counts, as "n" and "buffer_size" do.
bool isGeneral(const CountName &Count);

/// Whether the name is a plural, as "items".
bool isPlural(const Words &Object);

/// Whether it is a plural of what one structure or number is, as "options".
bool isSingularPlural(const Words &Object);

/// Whether the name is that of a container, as "list".
bool isContainer(const Words &Object);

/// Whether it is that of memory, as "buffer".
bool isMemory(const Words &Object);

/// Whether it says nothing, as "p" and "src".
bool isUnspecific(const Words &Object);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_COUNTNAMES_H
