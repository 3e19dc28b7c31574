#pragma once
template <typename T>
class Box {  // want: declare type Box definition
 public:
  void put(T value) { value_ = value; check(value_); }  // want: field Box::put -> Box::value_
  T get() const { return value_; }
  template <typename U> U as() const { return U(value_); }  // want: declare method Box::as definition
 private:
  void check(const T&) {}
  T value_;
};
template <>
class Box<char> {  // want: declare type Box definition
 public:
  void put(char) {}
};
int plain(int);
template <typename T>
T both(T t) { return plain(t) + t.size(); }  // want: probable-call both -> plain
// want: unresolved 1
template <typename T> struct Derived : Box<T> { T held; };  // want: inherit Derived -> Box
