#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// Does something so many times.
using task = std::function<void(std::size_t times)>;

/// Data that are written and read, and what cannot be faster: a pass over the
/// same data, or a copy.
struct workload {
  std::string name;  ///< with its syntax
  double units = 1;  ///< nodes or operations in one pass
  std::size_t times; ///< passes that take about a millisecond
  task limit, encode, decode;
};

/// One line of JSON for each workload: nanoseconds of CPU time of each task and
/// ratios to the limit, per unit. The tasks of a workload take turns, so that
/// what else the machine does concerns all of them; medians of `rounds`.
void measure_time(const std::vector<workload> &all, int rounds);

/// One line of JSON for each workload: the instructions of each task, per unit.
/// To be run under valgrind --tool=callgrind, which writes the counts of the
/// tasks into files; this writes which of them is which.
void count_instructions(const std::vector<workload> &all);

} // namespace bench

#endif
