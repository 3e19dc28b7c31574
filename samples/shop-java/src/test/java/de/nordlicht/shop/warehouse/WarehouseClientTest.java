package de.nordlicht.shop.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseClientTest {

  private static List<Count> parse(String text) throws IOException {
    return WarehouseClient.parse(new BufferedReader(new StringReader(text)));
  }

  @Test
  void readsUpToTheEnd() throws IOException {
    assertEquals(List.of(new Count("TENT-2", 7)), parse("TENT-2;7\r\nEND\r\nCUP;1\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TENT-2;7\n", "TENT-2\nEND\n", "TENT-2;-1\nEND\n", ""})
  void refusesWhatIsIncomplete(String text) {
    assertThrows(IOException.class, () -> parse(text));
  }
}
