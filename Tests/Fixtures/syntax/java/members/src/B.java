class B {
  static int shared; // want: declare field B.shared definition mutableState
  static final java.util.Map<String, B> CACHE = new java.util.HashMap<>(); // want: declare constant B.CACHE definition mutableState
  B(int x) {}
  void inherited() {}
}
