# want: http -> OrdersController.index path=/orders
# want: http -> OrdersController.archive method=POST
# want: !http -> OrdersController.helper
Rails.application.routes.draw do
  resources :orders, only: [:index]
  post "/archive", to: "orders#archive"
end
