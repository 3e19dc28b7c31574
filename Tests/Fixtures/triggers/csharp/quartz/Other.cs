using Quartz;

namespace Shop.Other;

// Another job of the same name.
// want: schedule -> Shop.Other.Nightly.Execute rule=dotnet.quartz.job
// want: total 1
public class Nightly : IJob
{
    public Task Execute(IJobExecutionContext context) => Task.CompletedTask;
}
