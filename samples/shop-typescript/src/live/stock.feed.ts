import { Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { OnGatewayConnection, OnGatewayDisconnect, WebSocketGateway } from '@nestjs/websockets';
import { WebSocket } from 'ws';

/** Stock levels, pushed to every open browser. */
@WebSocketGateway({ path: '/live/stock' })
export class StockFeed implements OnGatewayConnection, OnGatewayDisconnect {
  private readonly log = new Logger(StockFeed.name);
  private readonly clients = new Set<WebSocket>();

  publish(product: number, available: number): void {
    const text = JSON.stringify({ product, available });
    for (const client of this.clients) {
      if (client.readyState === WebSocket.OPEN) client.send(text);
    }
  }

  // Some hundred browsers stay connected for as long as their tab is open.
  // @trigger duplex name=stock-feed path=/live/stock concurrency=500
  handleConnection(client: WebSocket): void {
    this.clients.add(client);
  }

  handleDisconnect(client: WebSocket): void {
    this.clients.delete(client);
    this.log.debug(`${this.clients.size} browsers left`);
  }

  // A housekeeping tick, not a job of its own.
  // @trigger none
  @Interval(30_000)
  heartbeat(): void {
    for (const client of this.clients) client.ping();
  }
}
