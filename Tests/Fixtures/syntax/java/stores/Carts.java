package shop;

import org.springframework.data.redis.core.StringRedisTemplate;
import redis.clients.jedis.Jedis;

class Carts {
  private final StringRedisTemplate template;
  private final Jedis jedis;

  Carts(StringRedisTemplate template, Jedis jedis) {
    this.template = template;
    this.jedis = jedis;
  }

  void keep(String id) {
    template.opsForValue().set(id, "x"); // want: cache write Carts in shop.Carts.keep
    jedis.incr("visits"); // want: cache write visits in shop.Carts.keep
  }

  String load(String id) {
    return jedis.get(id); // want: cache read Carts in shop.Carts.load
  }
}
