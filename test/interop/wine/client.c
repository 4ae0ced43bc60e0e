/* client.exe PORT: calls atlas.h by the stubs that widl makes of its exported IDL. Prints one line for each call. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atlas.h"

void *__RPC_USER midl_user_allocate(SIZE_T size) { return malloc(size); }
void __RPC_USER midl_user_free(void *memory) { free(memory); }

static node leaf(LONG value) {
  node made = {value, NULL, NULL};
  return made;
}

static int print_tree(const node *at) {
  return at ? printf("(") + print_tree(at->left) + printf("%d", (int)at->value) + print_tree(at->right) + printf(")") : 0;
}

static void strings(void) {
  const char *words[] = {"ab", NULL, "", "cde"};
  wchar_t *loud = NULL;
  char *text = NULL;
  shout(L"caf\x00e9 \x4f60", &loud);
  printf("shout %d", (int)wcslen(loud));
  for (const wchar_t *c = loud; *c; ++c) printf(" %x", *c);
  free(loud);
  loud = (wchar_t *)1;
  shout(L"", &loud);
  printf(loud ? " text\n" : " null\n");
  join(4, words, &text);
  printf("join %s\n", text);
  free(text);
}

static void arrays(void) {
  LONG numbers[5] = {3, -1, 70000, 0, 2};
  const double rows[2][3] = {{1, 2, 3.5}, {-1, 0, 1}};
  double of_rows[2];
  unsigned short even[7];
  ULONG found = 0;
  const place at[3] = {{3, 30}, {6, -60}, {9, 90}};
  place middle;
  route *taken = malloc(sizeof(route) + 2 * sizeof(place));
  sort(5, numbers);
  printf("sort %d %d %d %d %d\n", (int)numbers[0], (int)numbers[1], (int)numbers[2], (int)numbers[3], (int)numbers[4]);
  sums(rows, of_rows);
  printf("sums %.1f %.1f\n", of_rows[0], of_rows[1]);
  memset(even, 0xff, sizeof even);
  evens(7, even, &found);
  printf("evens %d: %d %d %d %d, then %d\n", (int)found, even[0], even[1], even[2], even[3], even[4] == 0xffff || !even[4]);
  places(3, at, &middle);
  printf("places %d,%d\n", middle.x, (int)middle.y);
  taken->of = river;
  taken->drawn = part;
  taken->count = 3;
  memcpy(taken->stops, at, sizeof at);
  printf("last_stop %d", (int)last_stop(taken, &middle));
  printf(" %d,%d\n", middle.x, (int)middle.y);
  free(taken);
}

static void unions(void) {
  tagged in;
  value made;
  variant which;
  LONG sum = 0;
  char *text;
  printf("describe");
  for (in.level = 1; in.level <= 6; ++in.level) {
    if (in.level == 1) in.v.number = -5000000000;
    if (in.level == 2 || in.level == 3) in.v.real = in.level + 0.25;
    if (in.level == 4) in.v.text = (char *)"text";
    if (in.level == 5) in.v.at.x = -7, in.v.at.y = 8;
    text = NULL;
    describe(&in, &text);
    printf(" %s", text);
    free(text);
  }
  make(1, &made);
  printf("\nmake %lld", (long long)made.number);
  make(3, &made);
  printf(" %.1f", made.real);
  memset(&made, 0, sizeof made);
  make(4, &made);
  printf(" %s", made.text);
  make(5, &made);
  printf(" %d,%d\n", made.at.x, (int)made.at.y);
  make(9, &made);
  which.index = 0;
  which.value.value0 = 42;
  either(&which, &sum);
  printf("either %d", (int)sum);
  which.index = 1;
  which.value.value1.x = -2;
  which.value.value1.y = 9;
  either(&which, &sum);
  printf(" %d\n", (int)sum);
}

static void contexts(void) {
  book first = NULL, second = NULL;
  begin("one", &first);
  begin("two", &second);
  printf("add %d", (int)add(first, 5));
  printf(" %d", (int)add(second, 100));
  printf(" %d\n", (int)add(first, 7));
  end(&first);
  end(&second);
  printf("end %s\n", first || second ? "open" : "closed");
}

static void graphs(void) {
  node left = leaf(1), right = leaf(3), root = {2, &left, &right}, lower = leaf(0);
  ring a = {1, NULL}, b = {2, &a}, c = {3, &b};
  pair apart = {&c, &b}, same = {&b, &b};
  left.left = &lower;
  mirror(&root);
  printf("mirror ");
  print_tree(&root);
  mirror(NULL);
  printf("\nlength %d", (int)length(&c));
  printf(" %d\n", (int)length(NULL));
  printf("is_shared %d", is_shared(&apart));
  printf(" %d\n", is_shared(&same));
}

int main(int argc, char **argv) {
  RPC_CSTR binding = NULL;
  if (argc != 2) return 2;
  if (RpcStringBindingComposeA(NULL, (RPC_CSTR) "ncacn_ip_tcp", (RPC_CSTR) "127.0.0.1", (RPC_CSTR)argv[1], NULL, &binding) ||
      RpcBindingFromStringBindingA(binding, &atlas_handle))
    return 3;
  strings();
  arrays();
  unions();
  contexts();
  graphs();
  RpcStringFreeA(&binding);
  RpcBindingFree(&atlas_handle);
  return 0;
}
