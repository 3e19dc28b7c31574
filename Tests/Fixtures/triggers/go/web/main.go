package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/robfig/cron/v3"
)

// want: http -> main.health path=/health
// want: http -> main.list method=GET path=/api/orders
// want: http -> main.Server.show method=GET path=/api/orders/:id
// want: schedule -> main.nightly cron=0_3_*_*_* period=86400
// want: schedule -> main.main.schedule 90s period=90
// want: total 5
type Server struct{}

func main() {
	http.HandleFunc("/health", health)
	s := &Server{}
	r := gin.Default()
	api := r.Group("/api")
	orders := api.Group("/orders")
	orders.GET("", list)
	orders.GET("/:id", s.show)
	c := cron.New()
	c.AddFunc("0 3 * * *", nightly)
	c.AddFunc("@every 1m30s", func() {
		nightly()
	})
	http.Get("/elsewhere")
}

func health(w http.ResponseWriter, r *http.Request) {}
func list(c *gin.Context)                           {}
func (s *Server) show(c *gin.Context)               {}
func nightly()                                      {}
