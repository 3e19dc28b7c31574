import Redis from "ioredis";

const redis = new Redis();

export class Carts {
  async keep(id: string, text: string) {
    await redis.set(`cart:${id}`, text); // want: cache write Carts in Carts.keep
  }

  async load() {
    return redis.get("last"); // want: cache read last in Carts.load
  }
}
