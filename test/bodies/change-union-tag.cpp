// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::case(2)]] float fraction;
};
struct tagged { int tag; [[rpc::switch_is(tag)]] value v; };
void field([[rpc::in, rpc::out]] tagged *u);      // expected-note {{return the new member through an [out] parameter}}
void parameter([[rpc::in, rpc::out]] int *tag, [[rpc::in, rpc::out, rpc::switch_is(*tag)]] value *v); // expected-note {{return the new member}}
void reference([[rpc::in, rpc::out]] tagged &u);  // expected-note {{return the new member}}
void made([[rpc::out]] tagged *u);
void scratch([[rpc::in]] tagged *u);
void member([[rpc::in, rpc::out]] tagged *u);
void same([[rpc::in, rpc::out]] tagged *u);
void copy([[rpc::in, rpc::out]] tagged *u);
void known([[rpc::in, rpc::out]] tagged *u);
void chosen([[rpc::in, rpc::out]] tagged *u);
void of_copy([[rpc::in, rpc::out]] tagged *u);
void other_case([[rpc::in, rpc::out]] tagged *u); // expected-note {{return the new member}}
void tested([[rpc::in, rpc::out]] tagged *u);     // expected-note {{return the new member}}
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void field(tagged *u) override {
    u->tag = 2; // expected-warning {{this makes 'u->v' of [in, out] parameter 'u' another member of the union than the client has memory for [change-union-tag]}}
    u->v.fraction = 1;
  }
  void parameter(int *tag, value *v) override {
    *tag = 1; // expected-warning {{this makes [in, out] parameter 'v' another member}}
    v->number = 1;
  }
  void reference(tagged &u) override {
    u = {1, {1}}; // expected-warning {{this makes 'u.v' of [in, out] parameter 'u' another member}}
  }

  void other_case(tagged *u) override {
    switch (u->tag) {
    case 1:
      u->tag = 2; // expected-warning {{this makes 'u->v'}}
      break;
    case 2:
      u->tag = 2;
    }
  }
  void tested(tagged *u) override {
    if (u->tag != 1)
      u->tag = 1; // expected-warning {{this makes 'u->v'}}
  }

  // Silent.
  void known(tagged *u) override {
    if (u->tag != 1)
      return;
    u->v.number = 2;
    u->tag = 1;
  }
  void chosen(tagged *u) override {
    switch (u->tag) {
    case 1:
      *u = {1, {5}};
      break;
    case 2:
      u->tag = 2;
      break;
    }
  }
  void of_copy(tagged *u) override {
    const int tag = u->tag;
    if (2 == tag) {
      u->tag = 2;
      u->v.fraction = 3;
    }
  }
  void made(tagged *u) override {
    u->tag = 1;
    u->v.number = 1;
  }
  void scratch(tagged *u) override { u->tag = 2; }
  void member(tagged *u) override {
    if (u->tag == 1)
      u->v.number = 2;
  }
  void same(tagged *u) override { u->tag = u->tag; }
  void copy(tagged *u) override {
    tagged other = *u;
    other.tag = 2;
  }
};
}
