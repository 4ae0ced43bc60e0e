#ifndef EVERYTHING_SERVICE_H
#define EVERYTHING_SERVICE_H

#include "everything.h"

/// An implementation that needs no state.
class everything_service : public everything::service {
 public:
  double add_all(bool flag, char letter, char16_t wide, std::int8_t i8, std::uint8_t u8,
                 std::int16_t i16, std::uint16_t u16, std::int32_t i32, std::uint32_t u32,
                 std::int64_t i64, std::uint64_t u64, float f32, double f64) override;
  void copy_scalars(const everything::scalars& from, everything::scalars& to) override;
  bool is_red(everything::colour tint) override;
  everything::colour next_colour(everything::colour tint) override;
  everything::code next_code(everything::code number) override;
  point mirror(point at) override;
  void limit(std::int32_t percent, std::int32_t* rest) override;

  std::int32_t sum_four(const std::int32_t* values) override;
  std::int32_t sum_table(const std::int32_t (*values)[3]) override;
  void transpose(const everything::packed* from, everything::packed* to) override;
  void reverse_points(std::uint32_t count, point* points) override;
  void tints(const everything::colour* values, std::uint32_t count,
             everything::colour* next) override;
  void bits(const std::uint32_t& count, const std::uint8_t* set, std::uint32_t& ones) override;
  void first(std::uint32_t wanted, std::uint32_t limit, std::uint16_t* numbers) override;
  void primes(std::uint32_t below, std::uint32_t** found, std::uint32_t* count) override;

  std::uint32_t length(const char* text, const char16_t* wide) override;
  void shout(const char* text, char** loud) override;
  char16_t* widen(const char* text) override;
  void swap_labels(everything::label* a, everything::label* b) override;
  void join(std::uint32_t count, const char** words, char** sentence) override;
  void abbreviate(const char* name, char16_t* brief) override;
  void append(std::uint32_t size, char* text) override;

  void double_numbers(everything::numbers*& data) override;
  void make_blob(std::uint16_t size, everything::blob** made) override;
  std::uint32_t sum_blob(const everything::blob* data) override;

  void repaint(everything::colour tint, everything::paint from, everything::paint* to) override;
  void negate(everything::painted* thing) override;
  void deepen(everything::holder& h) override;

  std::int32_t sum_quad(const std::int32_t* numbers) override;
  void fill_row(std::int32_t with, std::int32_t (&row)[3]) override;
  std::int32_t sum_row(const std::int32_t (*row)[3]) override;
  void invert(everything::c_style& thing) override;
  std::uint32_t count_rows(std::uint32_t rows, const std::int32_t (*table)[3]) override;

  std::int32_t follow(const everything::links* l) override;
  std::int32_t deep(std::int32_t*** data) override;
  std::int32_t* find(std::int32_t key) override;
  void toggle(std::int32_t* value, std::int32_t** slot) override;

  std::int64_t sum(const everything::node* list) override;
  void reverse(everything::node** list) override;
  everything::tree* flip(const everything::tree* from) override;

  void ping() override;
  std::uint32_t last() override;
};

#endif
