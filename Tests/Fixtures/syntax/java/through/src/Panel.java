class Panel extends Part {
  void draw() {}
}
