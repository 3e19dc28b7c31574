package shop;

/** Keeps rows of whatever type. */
abstract class Store<T> {
  abstract void save(T row);

  abstract T find(T like);

  static <S> S save(Object session, S row) {
    return row;
  }
}
