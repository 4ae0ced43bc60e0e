//===- Rule.h - a rule over declarations ----------------------------------===//
//
// A rule is a file of its name, in the folder of its subject. It has a line in
// List.def, a page in docs/rules and a test in test/rules; tools/new-rule makes
// all four. It sees what it judges, and no loop that finds it: the parameters
// of its function say what that is, and one walk calls all rules (Rules.h).
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_RULES_RULE_H
#define RPCGEN_RULES_RULE_H

#include "model/Finding.h"
#include "model/Interface.h"
#include "rules/Reporter.h"
#include "rules/support/Sites.h"
#include "rules/support/Types.h"
#include "wire/Forms.h"

#include <string_view>
#include <variant>
#include <vector>

namespace rpcgen {

struct CountAttribute;

/// The innermost type of a site, if it has no wire form: that of an alias of
/// the user's once, at its first use.
struct UntransmissibleType {
  const Type &T;
};

/// Collects the findings of a rule, and knows the model that it judges and how
/// its types travel.
class ModelReporter : public Reporter {
public:
  ModelReporter(std::string_view Name, Severity Each, const wire::Forms &Judged,
                std::vector<Finding> &Into)
      : Reporter(Name, Each, Into), All(Judged) {}

  const Model &model() const { return All.M; }
  const wire::Forms &forms() const { return All; }

private:
  const wire::Forms &All;
};

/// Judges one subject. What only local operations use, or nothing, has no wire
/// form and is judged as a part of the model only.
using Check = std::variant<
    std::monostate, void (*)(const Model &, ModelReporter &),
    void (*)(const Interface &, ModelReporter &),
    void (*)(const Interface &, const Operation &, ModelReporter &),
    void (*)(const Site &, ModelReporter &),
    /// Each type from that of the site to the innermost one.
    void (*)(const Site &, const Type &Level, ModelReporter &),
    /// The attributes of the site, and of the alias at each level of its type.
    void (*)(const Site &, const AttributeList &, const Type &Level,
             ModelReporter &),
    void (*)(const Site &, const UntransmissibleType &, ModelReporter &),
    /// Each part of each size, length and index.
    void (*)(const Site &, const CountAttribute &, const Expression &,
             ModelReporter &),
    /// Each operand of the discriminant of a union.
    void (*)(const Site &, const Union &, const Expression &, ModelReporter &),
    void (*)(const Structure &, ModelReporter &),
    void (*)(const Union &, ModelReporter &),
    void (*)(const Enumeration &, ModelReporter &),
    void (*)(const Stray &, ModelReporter &)>;

/// Who finds it.
enum class Finder {
  Rules,  ///< over the model; the lock and suppressions too
  Bodies, ///< bodies/Rules.h has the function
  Stages  ///< before and after the rules run: model/Problem.h
};

struct Rule {
  std::string_view Name; ///< "out-unique": stable, users write it
  Severity Level;
  std::string_view Summary; ///< one sentence without its full stop
  Check Judges = {};        ///< nothing for what is not found in the model
  Check JudgesToo = {};     ///< a second subject
  Finder By = Finder::Rules;

  /// Whether the user can choose its level, and suppress it.
  bool isAdjustable() const { return By != Finder::Stages; }
};

} // namespace rpcgen

/// Defines a rule; List.def has the same line without what it is.
#define DEFINE_RULE(Identifier)                                                \
  namespace rpcgen {                                                           \
  extern const Rule Identifier;                                                \
  }                                                                            \
  const Rule rpcgen::Identifier

#endif // RPCGEN_RULES_RULE_H
