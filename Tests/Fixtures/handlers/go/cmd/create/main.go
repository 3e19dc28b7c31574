package main

import "github.com/aws/aws-lambda-go/lambda"

func Create(name string) (string, error) { return name, nil }

func main() { lambda.Start(Create) }
