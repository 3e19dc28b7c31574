package shop

import (
	"context"
	"net/http"

	"github.com/redis/go-redis/v9"
)

type Carts struct {
	client *redis.Client
	web    *http.Client
}

func (c *Carts) Keep(ctx context.Context, id string) {
	c.client.Set(ctx, "last", id, 0) // want: cache write last in shop.Carts.Keep
	c.client.HSet(ctx, id, "a", 1)   // want: cache write Carts in shop.Carts.Keep
}

func (c *Carts) Fetch() {
	c.web.Get("https://example.com") // want: !cache read Carts in shop.Carts.Fetch
}
