// What libstdc++ writes, MemorySanitizer does not see, since that library is not instrumented. Here
// it is told.
//
// Of the stack it cannot be told, since nobody knows where the library's functions have their
// variables: all of it counts as initialised (-msan-poison-stack=0). The heap does not.

#include <sanitizer/allocator_interface.h>
#include <sanitizer/msan_interface.h>

#include <cxxabi.h>
#include <exception>
#include <ios>
#include <list>
#include <locale>
#include <map>
#include <typeinfo>

// The library's own would hand over digits that lie on its stack.
template class std::num_put<char>;

namespace {

template <class T>
void initialise(T& object) {
  __msan_unpoison(&object, sizeof object);
}

}  // namespace

// The linker calls __wrap_NAME for NAME, and NAME for __real_NAME (--wrap in cmake/testing.cmake).
extern "C" {

// An exception and its text.
void* __real___cxa_begin_catch(void* caught);
void* __wrap___cxa_begin_catch(void* caught) {
  if (const void* const block = __sanitizer_get_allocated_begin(caught); block != nullptr)
    __msan_unpoison(block, __sanitizer_get_allocated_size(block));
  void* const object = __real___cxa_begin_catch(caught);
  const std::type_info* const type = abi::__cxa_current_exception_type();
  void* exception = object;
  if (type != nullptr && typeid(std::exception).__do_catch(type, &exception, 1))
    __msan_unpoison_string(static_cast<const std::exception*>(exception)->what());
  return object;
}

// std::ios_base::ios_base()
void __real__ZNSt8ios_baseC2Ev(std::ios_base& made);
void __wrap__ZNSt8ios_baseC2Ev(std::ios_base& made) {
  __real__ZNSt8ios_baseC2Ev(made);
  initialise(made);
}

// std::locale::locale()
void __real__ZNSt6localeC1Ev(std::locale& made);
void __wrap__ZNSt6localeC1Ev(std::locale& made) {
  __real__ZNSt6localeC1Ev(made);
  initialise(made);
}

// A node of std::map or std::set.
using tree_node = std::_Rb_tree_node_base;
void __real__ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_(bool left,
                                                                              tree_node& added,
                                                                              tree_node& parent,
                                                                              tree_node& header);
void __wrap__ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_(bool left,
                                                                              tree_node& added,
                                                                              tree_node& parent,
                                                                              tree_node& header) {
  __real__ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_(left, added, parent,
                                                                           header);
  initialise(added);
}

// A node of std::list.
using list_node = std::__detail::_List_node_base;
void __real__ZNSt8__detail15_List_node_base7_M_hookEPS0_(list_node& added, list_node& next);
void __wrap__ZNSt8__detail15_List_node_base7_M_hookEPS0_(list_node& added, list_node& next) {
  __real__ZNSt8__detail15_List_node_base7_M_hookEPS0_(added, next);
  initialise(added);
}

}  // extern "C"
