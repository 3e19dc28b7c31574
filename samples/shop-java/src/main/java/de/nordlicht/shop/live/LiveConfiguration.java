package de.nordlicht.shop.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

@Configuration
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {

  private final StockFeed feed;

  LiveConfiguration(StockFeed feed) {
    this.feed = feed;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(feed, "/live/stock");
  }
}
