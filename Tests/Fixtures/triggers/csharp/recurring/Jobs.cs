using Hangfire;

namespace Shop;

public class Setup
{
    public void Start(Reports reports)
    {
        // want: schedule -> Shop.Reports.Monthly cron=0_0_15_*_* period=2419200
        RecurringJob.AddOrUpdate("monthly", () => reports.Monthly(), Cron.Monthly(15));
        // want: schedule -> Shop.Reports.Daily cron=30_3_*_*_* period=86400
        RecurringJob.AddOrUpdate("daily", () => reports.Daily(), Cron.Daily(3, 30));
        // want: schedule -> Shop.Reports.Weekly cron=0_4_*_*_Monday period=604800
        RecurringJob.AddOrUpdate("weekly", () => reports.Weekly(), Cron.Weekly(DayOfWeek.Monday, 4));
        // want: schedule -> Shop.Reports.Often cron=*/10_*_*_*_* period=600
        RecurringJob.AddOrUpdate("often", () => reports.Often(), Cron.MinuteInterval(10));
        // want: schedule -> Shop.Reports.Hourly cron=0_*_*_*_* period=3600
        RecurringJob.AddOrUpdate("hourly", () => reports.Hourly(), Cron.Hourly);
        // An hour that is not known leaves the day.
        // want: schedule -> Shop.Reports.Some period=86400
        RecurringJob.AddOrUpdate("some", () => reports.Some(), Cron.Daily(hour));
        // want: !schedule -> Shop.Reports.Plain
        Plain.AddOrUpdate("plain", () => reports.Plain(), Cron.Daily(3));
    }
}

public class Reports
{
    public void Monthly() {}
    public void Daily() {}
    public void Weekly() {}
    public void Often() {}
    public void Hourly() {}
    public void Some() {}
    public void Plain() {}
}
