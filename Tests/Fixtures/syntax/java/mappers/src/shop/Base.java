package shop;

interface Base {
  int count();
}
