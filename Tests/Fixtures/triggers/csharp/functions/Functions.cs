using Microsoft.Azure.Functions.Worker;

namespace Shop;

// want: http -> Shop.Functions.Hello method=GET path=/hello
// want: schedule -> Shop.Functions.Clean cron=0_*/5_*_*_*_* period=300
// want: queue -> Shop.Functions.Mail source=mails
// want: total 3
public class Functions
{
    [Function("hello")]
    public string Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello")] object request) => "";

    [Function("clean")]
    public void Clean([TimerTrigger("0 */5 * * * *")] object timer) {}

    [Function("mail")]
    public void Mail([QueueTrigger("mails")] string text) {}
}
