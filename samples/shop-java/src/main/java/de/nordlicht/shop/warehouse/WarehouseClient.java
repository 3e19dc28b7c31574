package de.nordlicht.shop.warehouse;

import de.nordlicht.shop.common.ShopSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The line protocol of the warehouse system: {@code SKU;PIECES} a line, then {@code END}. */
@Component
class WarehouseClient {

  private final ShopSettings settings;

  WarehouseClient(ShopSettings settings) {
    this.settings = settings;
  }

  List<Count> fetch() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(settings.getWarehouseHost(), settings.getWarehousePort()), 1_500);
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write("CHANGES\n".getBytes(StandardCharsets.US_ASCII));
      return parse(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)));
    }
  }

  static List<Count> parse(BufferedReader answer) throws IOException {
    List<Count> counts = new ArrayList<>();
    String line;
    while ((line = answer.readLine()) != null) {
      String[] parts = line.strip().split(";");
      if (parts.length == 1 && parts[0].equals("END")) {
        return counts;
      }
      if (parts.length != 2 || !parts[1].matches("\\d{1,9}")) {
        throw new IOException("not a count: '" + line + "'");
      }
      counts.add(new Count(parts[0], Integer.parseInt(parts[1])));
    }
    throw new IOException("the answer has no end");
  }
}
