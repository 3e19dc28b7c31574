using Amazon.Lambda.Annotations;
using Amazon.Lambda.SQSEvents;
using Google.Cloud.Functions.Framework;

namespace Shop;

// want: queue -> Shop.Functions.Handle rule=dotnet.lambda.handler
// want: http -> Shop.Functions.Hello method=GET path=/hello
// want: http -> Shop.Front.HandleAsync rule=dotnet.gcp.http
// want: !http -> Shop.Functions.Plain
// want: total 3
public class Functions
{
    public void Handle(SQSEvent input, ILambdaContext context) {}

    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Get, "/hello")]
    public string Hello() => Plain();

    private string Plain() => "";
}

public class Front : IHttpFunction
{
    public Task HandleAsync(HttpContext context) => Task.CompletedTask;
}
