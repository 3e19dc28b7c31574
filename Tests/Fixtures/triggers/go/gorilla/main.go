package main

import (
	"net/http"

	"github.com/gorilla/mux"
	"github.com/robfig/cron/v3"
)

// want: http -> main.list method=GET path=/api/orders
// want: http -> main.create method=POST path=/api/orders
// want: http -> main.remove method=DELETE path=/api/orders/{id}
// want: http -> main.update method=PUT path=/api
// want: http -> main.show method=GET path=/api/runners
// want: schedule -> main.Sweep.Run cron=0_3_*_*_* period=86400
// want: total 6
func main() {
	r := mux.NewRouter()
	api := r.PathPrefix("/api").Subrouter()
	api.Path("/orders").HandlerFunc(list).Methods("GET", "HEAD")
	api.HandleFunc("/orders", create).Methods("POST")
	admin := api.NewRoute().Subrouter()
	orders := admin.PathPrefix("/orders").Subrouter()
	orders.HandleFunc("/{id}", remove).Methods("DELETE")
	api.Methods("PUT").HandlerFunc(update)
	runners := api.PathPrefix("/runners").Subrouter()
	runners.Path("").HandlerFunc(show).Methods("GET")
	c := cron.New()
	c.AddJob("0 3 * * *", Sweep{})
	wrapped := http.HandlerFunc(list)
	_ = wrapped
}

type Sweep struct{}

func list(w http.ResponseWriter, r *http.Request)   {}
func create(w http.ResponseWriter, r *http.Request) {}
func remove(w http.ResponseWriter, r *http.Request) {}
func update(w http.ResponseWriter, r *http.Request) {}
func show(w http.ResponseWriter, r *http.Request)   {}
