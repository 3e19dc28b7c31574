package de.nordlicht.shop.reports;

/** For mails and terminals. */
public final class TextReport implements Report {

  private final StringBuilder text = new StringBuilder();
  private int lines;

  @Override
  public void section(String title) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(title).append('\n').append("-".repeat(title.length())).append('\n');
  }

  @Override
  public void row(Object first, Object... others) {
    text.append("%-36s".formatted(first));
    for (Object other : others) {
      text.append("%16s".formatted(other));
    }
    text.append('\n');
    lines++;
  }

  @Override
  public int lines() {
    return lines;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
