class Button extends Part {
  Button(int x) {}
  Button(String x) {}
  void click() {}
  void same(int x) {}
  void same(String x) {}
}
