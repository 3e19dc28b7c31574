import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class Pool {
  // want: implied schedule -> Pool.sweep
  void start(ScheduledExecutorService pool) {
    pool.scheduleAtFixedRate(this::sweep, 0, 60, TimeUnit.SECONDS);
  }

  void sweep() { }

  // want: total 1
  String plain() { return "scheduleAtFixedRate"; }
}
