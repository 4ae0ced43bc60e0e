// libstdc++ is not instrumented: that it counts who holds an exception is not seen, so that freeing
// one which another thread has read looks like a race.
extern "C" const char* __tsan_default_suppressions() {
  return "race:^std::__exception_ptr::exception_ptr::_M_release\n"
         "race:^__cxa_end_catch$\n";
}
