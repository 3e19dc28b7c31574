package shop;

import org.jobrunr.jobs.annotations.Recurring;
import org.quartz.*;

// want: schedule -> shop.Nightly.execute exclusive=true rule=jvm.quartz.job
// want: schedule -> shop.Mails.send cron=0_0_*_*_* period=86400
// want: !schedule -> shop.Work.execute
// want: total 6
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

class Schedules {
  void start(Scheduler scheduler) {
    JobDetail job = JobBuilder.newJob(Weekly.class).withIdentity("weekly").build();
    Trigger trigger =
        TriggerBuilder.newTrigger().withSchedule(CronScheduleBuilder.cronSchedule("0 0 4 ? * MON")).build();
    scheduler.scheduleJob(job, trigger);
    JobDetail early = JobBuilder.newJob(Early.class).build();
    scheduler.scheduleJob(early, TriggerBuilder.newTrigger().withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(3, 20)).build());
  }
}

// want: schedule -> shop.Weekly.execute rule=jvm.quartz.job
// want: schedule -> shop.Weekly.execute cron=0_0_4_?_*_MON
class Weekly implements Job {
  public void execute(JobExecutionContext context) {}
}

// want: schedule -> shop.Early.execute cron=20_3_*_*_* period=86400
class Early implements Job {
  public void execute(JobExecutionContext context) {}
}
