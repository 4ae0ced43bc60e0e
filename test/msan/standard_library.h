// Included first in everything that MemorySanitizer instruments: the templates of which libstdc++
// has instances, such as std::string, are instantiated here, where they are instrumented.
#include <bits/c++config.h>
#undef _GLIBCXX_EXTERN_TEMPLATE
#define _GLIBCXX_EXTERN_TEMPLATE 0
