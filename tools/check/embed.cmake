# cmake -DPAGES=docs/rules -DOUTPUT=Pages.cpp -P embed.cmake: the pages as string literals.
file(GLOB pages ${PAGES}/*.md)
list(FILTER pages EXCLUDE REGEX "/README\\.md$")
list(SORT pages)
set(rows "")
foreach(page IN LISTS pages)
  get_filename_component(name ${page} NAME_WE)
  file(READ ${page} text)
  string(APPEND rows "    {\"${name}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"Pages.h\"

#include <algorithm>

namespace rpc_check {
namespace {

constexpr Page Pages[] = {
${rows}};

} // namespace

const std::span<const Page> AllPages = Pages;

std::string_view findPage(std::string_view Name) {
  auto Found = std::ranges::find(Pages, Name, &Page::Name);
  return Found == std::end(Pages) ? std::string_view() : Found->Text;
}

} // namespace rpc_check
")
