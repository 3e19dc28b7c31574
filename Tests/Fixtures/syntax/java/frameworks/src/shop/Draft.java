package shop;

/** A row of nothing: no annotation says that it is kept. */
public class Draft {}
