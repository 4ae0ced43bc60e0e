#include "spnego.h"

#include "spnego_tokens.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

namespace rpc::security {
namespace {

der::bytes octets(std::initializer_list<int> values) {
  der::bytes made;
  for (const int value : values) made.push_back(static_cast<std::byte>(value));
  return made;
}

/// What both ends have in common: the mechanism that was chosen, and the verifiers of the list.
class spnego_context : public context {
 public:
  [[nodiscard]] std::string failure() const override {
    return "SPNEGO: " + (failure_.empty() && inner_ ? inner_->failure() : failure_);
  }
  [[nodiscard]] std::size_t verifier_size(bool seal) const override {
    return inner_->verifier_size(seal);
  }
  bool protect(const quality& how, const pdu_parts& pdu, std::span<std::byte> verifier) override {
    return inner_->protect(how, pdu, verifier);
  }
  bool verify(const quality& how, const pdu_parts& pdu,
              std::span<const std::byte> verifier) override {
    return inner_->verify(how, pdu, verifier);
  }
  [[nodiscard]] identity peer() const override { return inner_->peer(); }

 protected:
  progress fail(std::string why) {
    failure_ = std::move(why);
    return progress::failed;
  }

  /// Hands a token to the mechanism; false if it fails.
  bool step_inner(der::view token, std::optional<der::bytes>& answer) {
    buffer made;
    const progress came = inner_->step(token, made);
    if (came == progress::failed) return false;
    inner_done_ = came == progress::done;
    if (!made.empty()) answer.emplace(made.bytes().begin(), made.bytes().end());
    return true;
  }

  der::bytes sign_list() {
    der::bytes mic(inner_->verifier_size(false));
    der::bytes list = list_;
    if (!inner_->protect({}, {{}, list, {}}, mic)) mic.clear();
    signed_ = true;
    return mic;
  }

  /// The peer's mechListMIC (RFC 4178 5), if it has come.
  bool check_list(const std::optional<der::bytes>& mic) {
    if (!mic) return true;
    der::bytes list = list_;
    verified_ = inner_done_ && !verified_ && inner_->verify({}, {{}, list, {}}, *mic);
    return verified_;
  }

  void end_negotiation() {
    if (signed_ && verified_) inner_->negotiation_verified();
  }

  static void append(buffer& to, const der::bytes& token) { to.append(token); }

  std::unique_ptr<context> inner_;
  bool inner_done_ = false;
  der::bytes list_;      // the mechanisms that the initiator has offered, encoded
  bool signs_ = false;   // the list is to be verified
  bool signed_ = false;  // by us
  bool verified_ = false;

 private:
  std::string failure_;
};

class initiating final : public spnego_context {
 public:
  explicit initiating(std::vector<negotiable> offers) : offers_(std::move(offers)) {}

  progress step(std::span<const std::byte> token, buffer& reply) override {
    return inner_ ? go_on(token, reply) : begin(reply);
  }

 private:
  /// With a token of the first mechanism that has one: of others there are no credentials.
  progress begin(buffer& reply) {
    spnego::init_token first;
    std::string why;
    while (!offers_.empty()) {
      inner_ = std::move(offers_.front().context);
      preferred_ = std::move(offers_.front().names);
      offers_.erase(offers_.begin());
      if (step_inner({}, first.token)) break;
      why += (why.empty() ? "" : "; ") + inner_->failure();
      inner_ = nullptr;
    }
    if (!inner_) return fail(why);
    first.mechanisms = preferred_;
    for (const negotiable& each : offers_)
      first.mechanisms.insert(first.mechanisms.end(), each.names.begin(), each.names.end());
    append(reply, spnego::encode(first));
    list_ = std::move(first.list);
    return progress::goes_on;
  }

  progress go_on(der::view token, buffer& reply) {
    const auto came = spnego::decode_response(token);
    if (!came) return fail("a token that cannot be read");
    if (came->state == spnego::state::reject) return fail("the server rejects all mechanisms");
    spnego::response_token answer;
    if (!std::exchange(chosen_, true)) {
      if (!came->mechanism) return fail("the server names no mechanism");
      const bool switches = std::ranges::find(preferred_, *came->mechanism) == preferred_.end();
      if (switches && !change_to(*came->mechanism))
        return fail("the server chooses a mechanism that was not offered");
      signs_ = switches || *came->mechanism != preferred_.front();
      if (switches && !step_inner(came->token.value_or(der::bytes{}), answer.token))
        return progress::failed;
      if (!switches && came->token && !step_inner(*came->token, answer.token))
        return progress::failed;
    } else if (came->token) {
      if (inner_done_) return fail("a token after the last");
      if (!step_inner(*came->token, answer.token)) return progress::failed;
    }
    if (came->state == spnego::state::request_mic) signs_ = true;
    if (!check_list(came->mic)) return fail("the mechanisms that were offered have been changed");
    if (came->mic) signs_ = true;

    const bool sends_list = inner_done_ && signs_ && !signed_;
    if (sends_list) answer.mic = sign_list();
    if (came->state == spnego::state::accept_completed) {
      if (!inner_done_ || answer.token || (sends_list && !verified_) || (signs_ && !verified_))
        return fail("the server ends the negotiation too early");
      end_negotiation();
      return progress::done;
    }
    if (!answer.token && !answer.mic) return fail("the negotiation does not go on");
    append(reply, spnego::encode(answer));
    return progress::goes_on;
  }

  bool change_to(const der::bytes& name) {
    const auto found = std::ranges::find_if(offers_, [&](const negotiable& each) {
      return std::ranges::find(each.names, name) != each.names.end();
    });
    if (found == offers_.end()) return false;
    inner_ = std::move(found->context);
    inner_done_ = false;
    return inner_ != nullptr;
  }

  std::vector<negotiable> offers_;     // after the preferred one
  std::vector<der::bytes> preferred_;  // its names
  bool chosen_ = false;
};

class accepting final : public spnego_context {
 public:
  explicit accepting(std::function<std::unique_ptr<context>(der::view)> accept)
      : accept_(std::move(accept)) {}

  progress step(std::span<const std::byte> token, buffer& reply) override {
    return inner_ ? go_on(token, reply) : begin(token, reply);
  }

 private:
  progress begin(der::view token, buffer& reply) {
    auto first = spnego::decode_init(token);
    if (!first) return fail("a token that cannot be read");
    list_ = std::move(first->list);
    spnego::response_token answer;
    for (std::size_t i = 0; i < first->mechanisms.size() && !inner_; ++i) {
      inner_ = accept_(first->mechanisms[i]);
      if (!inner_) continue;
      answer.mechanism = first->mechanisms[i];
      signs_ = i != 0;
    }
    if (!inner_) return fail("none of the client's mechanisms is offered");
    // A token is of the client's first choice.
    if (!signs_ && first->token && !step_inner(*first->token, answer.token))
      return progress::failed;
    return finish({}, std::move(answer), reply);
  }

  progress go_on(der::view token, buffer& reply) {
    const auto came = spnego::decode_response(token);
    if (!came) return fail("a token that cannot be read");
    if (came->state == spnego::state::reject) return fail("the client gives up");
    spnego::response_token answer;
    if (came->token && inner_done_) return fail("a token after the last");
    if (came->token && !step_inner(*came->token, answer.token)) return progress::failed;
    if (!came->token && !came->mic) return fail("the negotiation does not go on");
    return finish(came->mic, std::move(answer), reply);
  }

  progress finish(const std::optional<der::bytes>& mic, spnego::response_token answer,
                  buffer& reply) {
    if (!check_list(mic)) return fail("the mechanisms that were offered have been changed");
    const bool done = inner_done_ && (!signs_ || verified_);
    if (done && verified_) answer.mic = sign_list();
    answer.state = done                         ? spnego::state::accept_completed
                   : signs_ && answer.mechanism ? spnego::state::request_mic
                                                : spnego::state::accept_incomplete;
    append(reply, spnego::encode(answer));
    if (!done) return progress::goes_on;
    end_negotiation();
    return progress::done;
  }

  const std::function<std::unique_ptr<context>(der::view)> accept_;
};

}  // namespace

const der::bytes ntlm_name = octets({0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0a});
const der::bytes kerberos_name = octets({0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 0x01, 0x02, 0x02});
const der::bytes microsoft_kerberos_name =
    octets({0x2a, 0x86, 0x48, 0x82, 0xf7, 0x12, 0x01, 0x02, 0x02});

std::unique_ptr<context> spnego_initiator(std::vector<negotiable> offers) {
  return std::make_unique<initiating>(std::move(offers));
}

std::unique_ptr<context> spnego_acceptor(
    std::function<std::unique_ptr<context>(der::view)> accept) {
  return std::make_unique<accepting>(std::move(accept));
}

}  // namespace rpc::security
