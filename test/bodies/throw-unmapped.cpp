// RUN: %bodies -fexceptions %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
void standard();                                  // expected-note {{throw rpc::error with a status for the client}}
void number();                                    // expected-note {{throw rpc::error}}
void other();                                     // expected-note {{throw rpc::error}}
void mapped();
void derived();
void caught();
void all();
void base();
void again();
}

[[rpc::stubs]];

void work();

namespace tested {
struct problem : rpc::error { using rpc::error::error; };
struct implementation : service {
  void standard() override {
    throw std::runtime_error("x"); // expected-warning {{an exception of type 'std::runtime_error' reaches the client only as a failed call [throw-unmapped]}}
  }
  void number() override {
    throw 5; // expected-warning {{an exception of type 'int'}}
  }
  void other() override {
    try {
      throw std::runtime_error("x"); // expected-warning {{an exception of type 'std::runtime_error'}}
    } catch (int) {
    }
  }

  // Silent.
  void mapped() override { throw rpc::error(rpc::status::call_failed); }
  void derived() override { throw problem(rpc::status::call_failed); }
  void caught() override {
    try {
      throw std::runtime_error("x");
    } catch (const std::runtime_error &) {
    }
  }
  void all() override {
    try {
      throw 1;
    } catch (...) {
    }
  }
  void base() override {
    try {
      throw std::runtime_error("x");
    } catch (std::exception &) {
      throw rpc::error(rpc::status::call_failed);
    }
  }
  void again() override {
    try {
      work();
    } catch (int) {
      throw;
    }
  }
};
}
