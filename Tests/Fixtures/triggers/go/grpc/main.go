package main

import (
	"google.golang.org/grpc"

	pb "shop/proto"
)

// want: rpc -> main.orders.Create
// want: rpc -> main.orders.Show
// want: rpc -> main.stock.Count
// want: rpc -> main.Mails.Send
// want: total 4
type orders struct{}

type stock struct{ pb.UnimplementedStockServer }

type Mails struct{}

func main() {
	server := grpc.NewServer()
	pb.RegisterOrdersServer(server, &orders{})
	counted := &stock{}
	pb.RegisterStockServer(server, counted)
	pb.RegisterMailsServer(server, NewMails())
	pb.RegisterOrdersHandlerFromEndpoint(nil, nil, "", nil)
	server.Serve(nil)
}

func NewMails() *Mails { return &Mails{} }

func (o *orders) Create(in *pb.Order) error { return o.check(in) }
func (o *orders) Show(in *pb.Id) error      { return nil }
func (o *orders) check(in *pb.Order) error  { return nil }
func (s *stock) Count(in *pb.Id) error      { return nil }
func (m *Mails) Send(in *pb.Mail) error     { return nil }
