package de.nordlicht.shop.live;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Stock levels, pushed to every open browser. */
@Component
public class StockFeed extends TextWebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(StockFeed.class);

  private final Set<WebSocketSession> clients = ConcurrentHashMap.newKeySet();

  public void publish(Long productId, int available) {
    broadcast(
        new TextMessage("{\"product\": %d, \"available\": %d}".formatted(productId, available)));
  }

  // Some hundred browsers stay connected for as long as their tab is open.
  // @trigger duplex name=stock-feed path=/live/stock concurrency=500
  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    clients.add(session);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    clients.remove(session);
    log.debug("{} browsers left", clients.size());
  }

  // A housekeeping tick, not a job of its own.
  // @trigger none
  @Scheduled(fixedRate = 30_000)
  public void heartbeat() {
    broadcast(new PingMessage());
  }

  private void broadcast(WebSocketMessage<?> message) {
    for (WebSocketSession client : clients) {
      try {
        synchronized (client) {
          client.sendMessage(message);
        }
      } catch (IOException | IllegalStateException gone) {
        clients.remove(client);
      }
    }
  }
}
