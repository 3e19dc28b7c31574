package shop;

import java.time.Duration;
import java.util.List;
import org.jobrunr.scheduling.JobRequestScheduler;

// Only the call of the library declares something; the functions of the project that bear its name, their
// declarations and the calls of them do not.
// want: total 2
class Plans implements PlanService {
  private static final String NAME = "plan";
  private JobRequestScheduler scheduler;

  // want: schedule -> shop.Report.run cron=0_3_*_*_*
  public void start() {
    scheduler.scheduleRecurrently("report", "0 3 * * *", new Report());
  }

  // How long is known to the running program alone.
  // want: schedule -> shop.Sweep.run rule=jvm.jobrunr.call
  // want: !schedule -> shop.Sweep.run period=1
  public void repeat(Sweep sweep, int seconds) {
    scheduler.scheduleRecurrently("sweep", Duration.ofSeconds(seconds), new Sweep());
  }

  public List<String> scheduleRecurrently(String cron) {
    return scheduleRecurrently(cron, NAME);
  }

  public List<String> scheduleRecurrently(String cron, String name) {
    return List.of(cron, getName());
  }

  String getName() { return NAME; }
}

interface PlanService {
  List<String> scheduleRecurrently(String cron);

  List<String> scheduleRecurrently(String cron, String name);
}

class Report {
  public void run() { }
}

class Sweep {
  public void run() { }
}

class Client {
  private PlanService service;

  // want: !schedule -> shop.Client.plan
  void plan() { service.scheduleRecurrently("0 * * * *", "x"); }
}
