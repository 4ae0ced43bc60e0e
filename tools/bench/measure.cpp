#include "measure.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <valgrind/callgrind.h>

namespace bench {
namespace {

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e9 +
         static_cast<double>(time.tv_nsec);
}

double median(std::vector<double> values) {
  const auto middle =
      values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double time_of(const task &run, std::size_t times) {
  const double begin = now();
  run(times);
  return (now() - begin) / static_cast<double>(times);
}

} // namespace

void measure_time(const std::vector<workload> &all, int rounds) {
  for (const workload &each : all) {
    std::vector<double> limit, encode, decode, written, read;
    for (int round = 0; round < rounds; ++round) {
      limit.push_back(time_of(each.limit, each.times));
      encode.push_back(time_of(each.encode, each.times));
      decode.push_back(time_of(each.decode, each.times));
      written.push_back(encode.back() / limit.back());
      read.push_back(decode.back() / limit.back());
    }
    std::printf("{\"name\": \"%s\", \"limit\": %.2f, \"encode\": %.2f, "
                "\"decode\": %.2f, \"encode_ratio\": %.2f, "
                "\"decode_ratio\": %.2f}\n",
                each.name.c_str(), median(limit) / each.units,
                median(encode) / each.units, median(decode) / each.units,
                median(written), median(read));
  }
}

void count_instructions(const std::vector<workload> &all) {
  for (const workload &each : all) {
    const auto count = [&](const task &run, const char *name) {
      const std::string title =
          each.name + '\t' + name + '\t' + std::to_string(each.units);
      run(1); // what is kept for the next pass is there
      CALLGRIND_ZERO_STATS;
      run(1);
      CALLGRIND_DUMP_STATS_AT(title.c_str());
    };
    count(each.limit, "limit");
    count(each.encode, "encode");
    count(each.decode, "decode");
  }
}

} // namespace bench
