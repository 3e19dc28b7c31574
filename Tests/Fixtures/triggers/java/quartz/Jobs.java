package shop;

import org.jobrunr.jobs.annotations.Recurring;
import org.quartz.*;

// want: schedule -> shop.Nightly.execute exclusive=true rule=jvm.quartz.job
// want: schedule -> shop.Mails.send cron=0_0_*_*_* period=86400
// want: !schedule -> shop.Work.execute
// want: total 2
@DisallowConcurrentExecution
class Nightly implements Job {
  public void execute(JobExecutionContext context) {}
}

class Work implements Runnable {
  public void execute(JobExecutionContext context) {}
}

class Mails {
  @Recurring(id = "mails", cron = "0 0 * * *")
  void send() {}
}
