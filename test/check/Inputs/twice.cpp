#include "records.h"

std::int32_t records::count(const record *first) {
	/* größer */ std::int32_t Sum = 0; Sum += first->next->id;
  return Sum + first->next->next->id;
}
