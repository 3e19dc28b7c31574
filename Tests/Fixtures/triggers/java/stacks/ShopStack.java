package shop;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;

public class ShopStack extends Stack {
    public ShopStack(final Construct scope, final String id) {
        Function mails = Function.Builder.create(this, "Mails")
                .runtime(Runtime.JAVA_21)
                .handler("shop.Mails::send")
                .code(Code.fromAsset("../mails/target/mails.jar"))
                .build();
        // want: queue -> - source=parcels rule=jvm.cdk.queue
        mails.addEventSource(SqsEventSource.Builder.create(parcels).batchSize(5).build());
        Function stock = new Function(this, "Stock", FunctionProps.builder()
                .runtime(Runtime.JAVA_21)
                .handler("shop.Stock")
                .code(Code.fromAsset("../stock"))
                .build());
        // want: schedule -> - rule=jvm.cdk.schedule period=600
        Rule.Builder.create(this, "Often")
                .schedule(Schedule.rate(Duration.minutes(10)))
                .targets(List.of(new LambdaFunction(stock)))
                .build();
        // want: schedule -> - rule=jvm.cdk.schedule cron=30_2_*_*_*
        Rule nightly = Rule.Builder.create(this, "Nightly")
                .schedule(Schedule.cron(CronOptions.builder().minute("30").hour("2").build()))
                .targets(List.of(new LambdaFunction(mails)))
                .build();
        // want: http -> - rule=jvm.cdk.rest
        LambdaRestApi.Builder.create(this, "Api").handler(mails).build();
        // want: stream -> - rule=jvm.cdk.mapping
        EventSourceMapping.Builder.create(this, "Clicks").target(stock).eventSourceArn(clicks.getStreamArn()).build();
        // want: total 7
        Rule.Builder.create(this, "Other").targets(List.of(new SqsQueue(parcels))).build();
    }
}
