#include "shapes.h"

#include <map>

namespace geo {
int Square::made = 0;  // want: declare variable geo::Square::made definition mutableState
// want: home geo::Square::made defined shapes.cpp

Square::Square(double side) : side(side) { made++; }  // want: global-write geo::Square::Square -> geo::Square::made
// want: field geo::Square::Square -> geo::Square::side

double Square::area() const { return side * side; }

Square Square::operator+(const Square& other) const {
  return Square(side + other.side);  // want: call geo::Square::operator+ -> geo::Square::Square
}

namespace {
std::map<int, int> cache;  // want: declare variable geo::cache definition fileLocal mutableState

int remembered(int n) {  // want: declare function geo::remembered definition fileLocal
  cache[n] = n;     // want: global-write geo::remembered -> geo::cache
  return n;
}
int looked(int n) {
  if (cache.count(n)) return cache[n];  // want: global-read geo::looked -> geo::cache
  // want: !global-write geo::looked -> geo::cache
  return 0;
}
void forget() { cache.clear(); }  // want: global-write geo::forget -> geo::cache
struct Job {
  int id;
};
}  // namespace

void start(const Job& job) { remembered(job.id); }  // want: call geo::start -> geo::remembered
void stop(const Job& job) { looked(job.id); }       // want: call geo::stop -> geo::looked
// want: !call geo::start -> geo::looked

double sum(const Shapes& shapes) {  // want: declare function geo::sum definition
  double total = 0;
  for (const Shape* shape : shapes) {
    total += shape->area();  // want: call geo::sum -> geo::Shape::area
    // want: !call geo::sum -> geo::Square::area
  }
  Square a(1), b{2};  // want: call geo::sum -> geo::Square::Square
  Square c = a + b;   // want: call geo::sum -> geo::Square::operator+
  auto add = [&](int n) { return remembered(n) + looked(n); };  // want: call geo::sum -> geo::remembered
  struct Local {
    int twice(int n) { return remembered(n) * 2; }
  };
  forget();
  double (Square::*method)() const = &Square::area;  // want: address geo::sum -> geo::Square::area
  return total + c.side + add(1) + Local().twice(2) + (c.*method)() +
         static_cast<int>(Mode::slow);  // want: type geo::sum -> geo::Mode::slow
}
// want: !declare type geo::sum::Local
}  // namespace geo
// want: unresolved 0
