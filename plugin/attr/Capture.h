//===- Capture.h - attributes of the namespace rpc, token by token --------===//
//
// The parser of clang skips the arguments of an attribute that a plugin
// defines. They are captured here, from the stream of tokens that the
// preprocessor hands to the parser: macros are expanded, and a name that is
// declared later does no harm.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_ATTR_CAPTURE_H
#define RPCGEN_ATTR_CAPTURE_H

#include "clang/Basic/SourceLocation.h"
#include "clang/Lex/Token.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallVector.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace clang {
class IdentifierInfo;
class Preprocessor;
} // namespace clang

namespace rpcgen {

struct ArgumentToken {
  std::string Text;
  clang::SourceLocation Loc;
};

/// [[rpc::name(arguments)]] as it was written.
struct WrittenAttribute {
  const clang::IdentifierInfo *Name = nullptr;
  clang::SourceLocation Loc;      ///< of the name
  clang::SourceLocation ScopeLoc; ///< of 'rpc', if that is before the name
  bool HasParentheses = false;
  bool Closed = true;                   ///< every bracket of the arguments
  std::vector<ArgumentToken> Arguments; ///< without the parentheses
  /// It is where a declaration may begin. What the parser skips after an
  /// error is mostly so.
  bool Begins = false;
  bool Applied = false; ///< a declaration has taken it
  bool Refused = false; ///< the parser has, and will be silent about it
  /// 'union' or 'struct' where that is the word after [[ ]]: without a name
  /// after its '}', it declares nothing that an attribute could be on.
  clang::tok::TokenKind Before = clang::tok::unknown;
};

/// An attribute of another namespace, or of none.
struct OtherAttribute {
  const clang::IdentifierInfo *Scope = nullptr; ///< null for none
  const clang::IdentifierInfo *Name = nullptr;
  clang::SourceLocation ScopeLoc, Loc; ///< of the two
  bool Gnu = false;                    ///< __attribute__((name))
  /// On a namespace, and written together with a uuid or attributes of ours.
  bool OfInterface = false;
  bool Alone = false; ///< on an empty declaration
};

class Capture {
public:
  /// `Seen` is called for each attribute when its name is read, and `Followed`
  /// for the last one before a token, with the ']]' between.
  using Handler = std::function<void(const WrittenAttribute &)>;
  using FollowHandler =
      std::function<void(const WrittenAttribute &, clang::SourceLocation End,
                         const clang::Token &Next)>;
  Capture(clang::Preprocessor &PP, Handler Seen, FollowHandler Followed)
      : PP(PP), Seen(std::move(Seen)), Followed(std::move(Followed)) {}

  /// To be called with every token that the parser gets, in order.
  void watch(const clang::Token &T) {
    if (Inside)
      return watchInside(T);
    if (InGnu || T.is(clang::tok::kw___attribute))
      return watchGnu(T);
    if (!Pending.empty())
      watchBehind(T);
    if (Ended && T.is(clang::tok::r_square))
      return; // as if nothing had stood here
    if (Ended && T.is(clang::tok::semi))
      endDeclaration();
    Ended = false;
    if (T.is(clang::tok::l_square) && Last == clang::tok::l_square)
      return enter();
    LastButOne = Last;
    Last = T.getKind();
  }

  /// The attribute whose name is at `Loc`, or null.
  WrittenAttribute *find(clang::SourceLocation Loc);

  /// The attributes of which `Holds` is true, or null.
  template <class Predicate> WrittenAttribute *findIf(Predicate Holds) {
    for (auto &[Loc, Attribute] : Attributes)
      if (Holds(Attribute))
        return &Attribute;
    return nullptr;
  }

  /// The attribute that is not ours and whose name is at `Loc`, or null.
  const OtherAttribute *findOther(clang::SourceLocation Loc) const;

  /// The attributes that are not ours, in order.
  llvm::ArrayRef<OtherAttribute> others() const { return Others; }
  void forgetOthers() { Others.clear(); }

  bool any() const { return !Attributes.empty(); }

  /// The attributes that no declaration has taken, in order; they are
  /// forgotten.
  std::vector<WrittenAttribute> takeUnapplied();

private:
  void enter();
  void leave();
  void endDeclaration();
  void watchInside(const clang::Token &T);
  void watchName(const clang::Token &T);
  void watchArgument(const clang::Token &T);
  void watchGnu(const clang::Token &T);
  void watchBehind(const clang::Token &T);
  void begin(const clang::Token &Name, clang::SourceLocation Scope);

  clang::Preprocessor &PP;
  const Handler Seen;
  const FollowHandler Followed;
  llvm::MapVector<clang::SourceLocation, WrittenAttribute> Attributes;
  std::vector<OtherAttribute> Others;
  std::size_t OthersBefore = 0; ///< these [[ ]]
  /// The attributes before the next word.
  std::vector<clang::SourceLocation> Pending;
  clang::SourceLocation PendingEnd; ///< of the last ']'

  bool Inside = false;      ///< of [[ ]]
  bool Ended = false;       ///< the last token was of [[ ]]
  bool AfterUsing = false;  ///< in "using rpc:", before the colon
  bool AfterColons = false; ///< the last token was '::'
  bool SaysOurs = false;    ///< these [[ ]] have an attribute of ours
  bool SaysUuid = false;    ///< or a uuid
  /// What closes the brackets of the argument list, innermost last.
  llvm::SmallVector<clang::tok::TokenKind, 4> Closers;
  /// The name before '::', and that of [[using rpc: in]]; none, or ours, or
  /// that of other attributes.
  struct ScopeName {
    const clang::IdentifierInfo *Name = nullptr;
    clang::SourceLocation Loc;
  };
  ScopeName Scope, Using;
  WrittenAttribute *Current = nullptr;

  bool InGnu = false; ///< in __attribute__(( ))
  unsigned Depth = 0; ///< of the parentheses there

  // Outside of both.
  clang::tok::TokenKind Last = clang::tok::semi;
  clang::tok::TokenKind LastButOne = clang::tok::semi;
};

} // namespace rpcgen

#endif // RPCGEN_ATTR_CAPTURE_H
