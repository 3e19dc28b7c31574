package api

// Version is seen as api.Version: the folder only says which one it is.
const Version = "2"

type Client struct{ Name string }

func New() *Client { return &Client{} } // want: call api.New -> api.Client
