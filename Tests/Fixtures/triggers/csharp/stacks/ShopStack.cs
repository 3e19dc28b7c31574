using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;

namespace Shop.Stacks
{
    public class ShopStack : Stack
    {
        internal ShopStack(Construct scope, string id) : base(scope, id)
        {
            var mails = new Function(this, "Mails", new FunctionProps
            {
                Runtime = Runtime.DOTNET_8,
                Handler = "Shop::Shop.Mails::Send",
                Code = Code.FromAsset("./src/Mails/bin/Release", new AssetOptions
                {
                    Bundling = new BundlingOptions { Command = new[] { "bash", "-c" } }
                }),
            });
            // want: queue -> - source=parcels rule=dotnet.cdk.queue
            mails.AddEventSource(new SqsEventSource(parcels, new SqsEventSourceProps { BatchSize = 5 }));

            Function stock = new Amazon.CDK.AWS.Lambda.Function(this, "Stock", new FunctionProps()
            {
                Handler = "Shop::Shop.Stock::Count",
                Runtime = Runtime.DOTNET_8,
                // want: storage -> - rule=dotnet.cdk.storage
                Events = [new S3EventSource(bucket, new S3EventSourceProps { Events = [EventType.OBJECT_CREATED] })],
            });
            // want: schedule -> - rule=dotnet.cdk.schedule period=300
            new Rule(this, "Often", new RuleProps
            {
                Schedule = Schedule.Rate(Duration.Minutes(5)),
                Targets = new[] { new LambdaFunction(stock) },
            });
            // want: schedule -> - rule=dotnet.cdk.schedule cron=0_3_*_*_* period=86400
            new Rule(this, "Nightly", new RuleProps
            {
                Schedule = Schedule.Cron(new CronOptions { Minute = "0", Hour = "3" }),
                Targets = new IRuleTarget[] { new LambdaFunction(mails) },
            });
            var live = new Alias(this, "Live", new AliasProps { AliasName = "live", Version = stock.CurrentVersion });
            var api = new LambdaRestApi(this, "Api", new LambdaRestApiProps
            {
                // want: http -> - rule=dotnet.cdk.rest
                Handler = live,
            });
            var orders = api.Root.AddResource("orders");
            // want: http -> - rule=dotnet.cdk.method path=/orders method=POST
            orders.AddMethod("POST", new LambdaIntegration(mails));
            // want: stream -> - rule=dotnet.cdk.mapping
            new EventSourceMapping(this, "Clicks", new EventSourceMappingProps { Target = stock, EventSourceArn = clicks.StreamArn });
            var image = new DockerImageFunction(this, "Image", new DockerImageFunctionProps
            {
                Code = DockerImageCode.FromImageAsset("image"),
            });
            // Queues of queues, and what the project itself calls a function.
            var mail = new Handlers.Plain(this, "Mail");
            orders.AddMethod("GET", new MockIntegration());
            // want: total 10
            new Rule(this, "Other", new RuleProps { Targets = new[] { new SqsQueue(parcels) } });
        }
    }
}
