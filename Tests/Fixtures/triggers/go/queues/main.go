package main

import (
	"context"

	"github.com/IBM/sarama"
	"github.com/hibiken/asynq"
	"github.com/nats-io/nats.go"
	"go.temporal.io/sdk/worker"
)

// want: queue -> main.send name=mail:send rule=go.asynq.handle
// want: topic -> main.paid source=orders.paid
// want: stream -> main.Reader.ConsumeClaim
// want: workflow -> main.flow
// want: !queue -> main.plain
// want: total 4
type Reader struct{}

func (r *Reader) ConsumeClaim(s sarama.ConsumerGroupSession, c sarama.ConsumerGroupClaim) error {
	return nil
}

func start(w worker.Worker, nc *nats.Conn) {
	mux := asynq.NewServeMux()
	mux.HandleFunc("mail:send", send)
	nc.Subscribe("orders.paid", paid)
	w.RegisterWorkflow(flow)
	other.HandleFunc("mail:other", plain)
}

func send(ctx context.Context, t *asynq.Task) error  { return nil }
func plain(ctx context.Context, t *asynq.Task) error { return nil }
func paid(m *nats.Msg)                               {}
func flow()                                          {}
