package main

import (
	"context"
	"net/http"

	"github.com/GoogleCloudPlatform/functions-framework-go/functions"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// want: queue -> main.handle rule=go.lambda.handler
// want: http -> main.hello rule=go.gcp.http
// want: !queue -> main.helper
// want: direct -> main.handle rule=go.lambda.start
// want: total 3
func handle(ctx context.Context, event events.SQSEvent) error {
	return helper(event.Records)
}

func helper(records []events.SQSMessage) error { return nil }

func init() {
	functions.HTTP("hello", hello)
}

func hello(w http.ResponseWriter, r *http.Request) {}

func main() { lambda.Start(handle) }

// want: !stream -> main.pushed
func pushed(records []events.KinesisEventRecord) error { return nil }
