package shop;

class Person {}

class Customer extends Person {
  Address address;
}

class Staff extends Person {}

class Address {}

class Visit {}
