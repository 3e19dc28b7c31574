package main

import (
	"net/http"

	"github.com/gorilla/websocket"
)

var upgrader = websocket.Upgrader{}

// want: duplex -> main.feed path=/feed
// want: http -> main.show path=/show
// want: http -> main.main.list path=/list
// want: !http -> main.feed
func main() {
	http.HandleFunc("/feed", feed)
	http.HandleFunc("/show", show)
	list := func(w http.ResponseWriter, r *http.Request) { show(w, r) }
	http.HandleFunc("/list", list)
}

func feed(w http.ResponseWriter, r *http.Request) {
	connection, _ := upgrader.Upgrade(w, r, nil)
	defer connection.Close()
}

func show(w http.ResponseWriter, r *http.Request) { plan.Upgrade(w) }
