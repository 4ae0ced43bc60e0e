//===- Comments.h - suppressions in comments ------------------------------===//
#ifndef RPCGEN_ATTR_COMMENTS_H
#define RPCGEN_ATTR_COMMENTS_H

#include "model/Suppression.h"

#include "clang/Lex/Preprocessor.h"

#include <vector>

namespace rpcgen {

/// Collects the suppressions in comments, of one rule or of several
/// with commas between them. They are for the line of the comment; if it has
/// its line to itself, for the next line that is not a comment.
class Comments final : public clang::CommentHandler {
public:
  /// Listens to `PP`, which outlives this.
  explicit Comments(clang::Preprocessor &PP) : PP(PP) {
    PP.addCommentHandler(this);
  }
  ~Comments() override { PP.removeCommentHandler(this); }
  Comments(const Comments &) = delete;
  Comments &operator=(const Comments &) = delete;

  bool HandleComment(clang::Preprocessor &PP,
                     clang::SourceRange Comment) override;

  std::vector<Suppression> Found;

private:
  clang::Preprocessor &PP;
};

} // namespace rpcgen

#endif // RPCGEN_ATTR_COMMENTS_H
