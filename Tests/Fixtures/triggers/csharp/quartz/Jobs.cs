using Quartz;
using Quartz.Impl;

namespace Shop;

// want: schedule -> Shop.Nightly.Execute exclusive=true rule=dotnet.quartz.job
// want: schedule -> Shop.Nightly.Execute cron=0_0_3_*_*_? period=86400
// want: schedule -> Shop.Mails.Execute rule=dotnet.quartz.job
// want: !schedule -> Shop.Work.Execute
// want: total 3
[DisallowConcurrentExecution]
public class Nightly : IJob
{
    public Task Execute(IJobExecutionContext context) => Task.CompletedTask;
}

public class Mails : IJob
{
    public Task Execute(IJobExecutionContext context) => Task.CompletedTask;
}

public class Work
{
    public void Execute() { }
}

public static class Startup
{
    public static void Schedule(IScheduler scheduler)
    {
        var job = JobBuilder.Create<Nightly>().Build();
        var trigger = TriggerBuilder.Create().StartNow().WithCronSchedule("0 0 3 * * ?").Build();
        scheduler.ScheduleJob(job, trigger).GetAwaiter().GetResult();
        scheduler.ScheduleJob(other, missing);
    }
}
