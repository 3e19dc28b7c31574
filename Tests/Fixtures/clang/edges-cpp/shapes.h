#pragma once
#include <string>
#include <vector>

namespace geo {
class Shape {  // want: declare type geo::Shape definition abstract
 public:
  virtual ~Shape() = default;
  virtual double area() const = 0;  // want: declare method geo::Shape::area virtual
  const std::string& name() const { return name_; }  // want: field geo::Shape::name -> geo::Shape::name_
 protected:
  std::string name_;  // want: declare field geo::Shape::name_ definition
};

class Base {};
class Square : public Shape, Base {  // want: implement geo::Square -> geo::Shape
  // want: inherit geo::Square -> geo::Base
  // want: !type geo::Square -> geo::Shape
 public:
  explicit Square(double side);
  double area() const override;  // want: declare method geo::Square::area virtual
  static int made;  // want: declare variable geo::Square::made mutableState
  static constexpr int sides = 4;
  Square operator+(const Square& other) const;
  double side = 0;
};

using Shapes = std::vector<Shape*>;  // want: type geo::Shapes -> geo::Shape
enum class Mode { fast, slow };
double sum(const Shapes& shapes);
}  // namespace geo
