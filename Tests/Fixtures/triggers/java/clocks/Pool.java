import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class Pool {
  // want: implied schedule -> Pool.sweep
  void start(ScheduledExecutorService pool) {
    pool.scheduleAtFixedRate(this::sweep, 0, 60, TimeUnit.SECONDS);
  }

  void sweep() { }

  private Sweeper sweeper;
  private static final int PERIOD = 60;

  // want: implied schedule -> Sweeper.run
  void more(ScheduledExecutorService pool) {
    pool.scheduleWithFixedDelay(sweeper, 0, PERIOD, TimeUnit.SECONDS);
  }

  // want: total 2
  String plain() { return "scheduleAtFixedRate"; }
}

class Sweeper implements Runnable {
  public void run() { }
}
