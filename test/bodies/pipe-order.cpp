// RUN: %bodies %s
#include "Inputs/rpc.h"

#include <array>

namespace [[INTERFACE]] tested {
using numbers = rpc::pipe<int>;
void reversed([[rpc::in]] numbers &first, [[rpc::in]] numbers &second); // expected-note {{pull until no element comes, even if they are not needed}}
void answered([[rpc::in]] numbers &asked, [[rpc::out]] numbers &answer); // expected-note {{pull until no element comes}}
void same([[rpc::in, rpc::out]] numbers *both); // expected-note {{pull until no element comes}}
void earlier([[rpc::out]] numbers &answer, [[rpc::in]] numbers &asked); // expected-note {{pull until no element comes}}
void directions([[rpc::in]] numbers &in, [[rpc::out]] numbers &out);
void alias([[rpc::in]] numbers &first, [[rpc::in]] numbers &second); // expected-note {{pull until no element comes}}
void in_order([[rpc::in]] numbers &first, [[rpc::in]] numbers &second, [[rpc::out]] numbers &out);
void perhaps([[rpc::in]] numbers &first /* expected-note {{pull until no element comes}} */, [[rpc::in]] numbers &second, [[rpc::in]] bool both);
void elsewhere([[rpc::in]] numbers &first, [[rpc::in]] numbers &second);
void by_lambda([[rpc::in]] numbers &first, [[rpc::out]] numbers &out);
void only_out([[rpc::out]] numbers &first, [[rpc::out]] numbers &second);
}

[[rpc::stubs]];

void drain(tested::numbers &from);

namespace tested {
struct implementation : service {
  void reversed(numbers &first, numbers &second) override {
    int n[4];
    while (second.pull(n)) {} // expected-warning {{this pulls from [in] parameter 'second' before anything is pulled from [in] parameter 'first' [pipe-order]}}
    while (first.pull(n)) {}
  }
  void answered(numbers &asked, numbers &answer) override {
    int n[4] = {};
    answer.push(n); // expected-warning {{this pushes into [out] parameter 'answer' before anything is pulled from [in] parameter 'asked'}}
    while (asked.pull(n)) {}
  }
  void same(numbers *both) override {
    int n[4] = {};
    both->push(n); // expected-warning {{this pushes into [in, out] parameter 'both' before anything is pulled from it}}
  }
  void earlier(numbers &answer, numbers &asked) override {
    int n[4] = {};
    answer.push(n); // expected-warning {{before anything is pulled from [in] parameter 'asked'}}
    asked.pull(n);
  }
  void directions(numbers &in, numbers &out) override {
    int n[4] = {};
    in.pull(n);
    in.push(n); // expected-warning {{nothing can be pushed into [in] parameter 'in'}}
    out.pull(n); // expected-warning {{nothing can be pulled from [out] parameter 'out'}}
  }
  void alias(numbers &first, numbers &second) override {
    int n[4];
    numbers &other = second;
    other.pull(n); // expected-warning {{this pulls from [in] parameter 'second'}}
    first.pull(n);
  }

  // Silent.
  void in_order(numbers &first, numbers &second, numbers &out) override {
    int n[4];
    while (first.pull(n)) {}
    while (second.pull(n)) {}
    out.push(n);
  }
  void perhaps(numbers &first, numbers &second, bool both) override {
    int n[4];
    if (both)
      first.pull(n);
    second.pull(n); // expected-warning {{this pulls from [in] parameter 'second' before anything is pulled from [in] parameter 'first'}}
  }
  void elsewhere(numbers &first, numbers &second) override {
    int n[4];
    drain(first);
    second.pull(n);
  }
  void by_lambda(numbers &first, numbers &out) override {
    int n[4] = {};
    [&first] { drain(first); }();
    out.push(n);
  }
  void only_out(numbers &first, numbers &second) override {
    int n[4] = {};
    second.push(n);
  }
};
}
