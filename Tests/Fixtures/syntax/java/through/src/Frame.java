class Frame {
  static abstract class Inner {
    protected Part part;
  }
}

interface Context<O extends Part> {
  O operation();
}
