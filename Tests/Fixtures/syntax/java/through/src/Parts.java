class Part {
  int size;
  void paint() {}
}

class Texts {
  static boolean isEmpty(String text) { return text == null; }
  static int size(String text) { return 0; }
}
