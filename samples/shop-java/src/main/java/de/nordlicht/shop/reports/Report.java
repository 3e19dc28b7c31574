package de.nordlicht.shop.reports;

/** A report as it is written: sections of rows. */
public interface Report {

  void section(String title);

  void row(Object first, Object... others);

  int lines();
}
