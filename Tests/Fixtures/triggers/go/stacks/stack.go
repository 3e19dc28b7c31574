package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseventstargets"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambdaeventsources"
	"github.com/aws/jsii-runtime-go"
)

func NewShopStack(stack awscdk.Stack, parcels Queue) {
	mails := awslambda.NewFunction(stack, jsii.String("Mails"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
		Handler: jsii.String("bootstrap"),
		Code:    awslambda.Code_FromAsset(jsii.String("mails"), nil),
	})
	// want: queue -> - source=parcels rule=go.cdk.queue
	mails.AddEventSource(awslambdaeventsources.NewSqsEventSource(parcels, &awslambdaeventsources.SqsEventSourceProps{BatchSize: jsii.Number(5)}))
	stock := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Stock"), &awscdklambdagoalpha.GoFunctionProps{
		Entry: jsii.String("./stock/main.go"),
	})
	// want: schedule -> - rule=go.cdk.schedule period=900
	awsevents.NewRule(stack, jsii.String("Often"), &awsevents.RuleProps{
		Schedule: awsevents.Schedule_Rate(awscdk.Duration_Minutes(jsii.Number(15))),
		Targets:  &[]awsevents.IRuleTarget{awseventstargets.NewLambdaFunction(stock, nil)},
	})
	// want: schedule -> - rule=go.cdk.schedule period=86400
	awsevents.NewRule(stack, jsii.String("Daily"), &awsevents.RuleProps{
		Schedule: awsevents.Schedule_Expression(jsii.String("rate(1 day)")),
		Targets:  &[]awsevents.IRuleTarget{awseventstargets.NewLambdaFunction(mails, nil)},
	})
	// want: http -> - rule=go.cdk.rest
	awsapigateway.NewLambdaRestApi(stack, jsii.String("Api"), &awsapigateway.LambdaRestApiProps{Handler: mails})
	// want: total 6
	awsevents.NewRule(stack, jsii.String("Other"), &awsevents.RuleProps{
		Targets: &[]awsevents.IRuleTarget{awseventstargets.NewSqsQueue(parcels, nil)},
	})
}
