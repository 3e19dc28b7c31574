package de.nordlicht.shop.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  @Test
  void foldsAndStems() {
    assertEquals(List.of("blau", "gross"), Tokenizer.tokenize("Die blauen Größen"));
    assertEquals(List.of("cup", "berry"), Tokenizer.tokenize("cup with berries"));
  }
}
