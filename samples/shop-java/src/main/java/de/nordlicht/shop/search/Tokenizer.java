package de.nordlicht.shop.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of a text as the index has them. */
final class Tokenizer {

  private static final Set<String> STOP_WORDS =
      Set.of("and", "the", "for", "with", "from", "und", "der", "die", "das", "mit", "von");
  private static final Pattern WORD = Pattern.compile("[a-z0-9]{2,}");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final List<Map.Entry<String, String>> PLURALS =
      List.of(Map.entry("ies", "y"), Map.entry("es", ""), Map.entry("s", ""), Map.entry("en", ""));

  private Tokenizer() {}

  static List<String> tokenize(String text) {
    return WORD.matcher(fold(text))
        .results()
        .map(match -> match.group())
        .filter(word -> !STOP_WORDS.contains(word))
        .map(Tokenizer::stem)
        .toList();
  }

  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return ACCENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static String stem(String word) {
    for (Map.Entry<String, String> plural : PLURALS) {
      String ending = plural.getKey();
      if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
        return word.substring(0, word.length() - ending.length()) + plural.getValue();
      }
    }
    return word;
  }
}
