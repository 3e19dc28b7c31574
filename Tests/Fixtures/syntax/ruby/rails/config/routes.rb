Rails.application.routes.draw do
  root to: "orders#show" # want: wiring - -> OrdersController.show
  get "old" => "orders#archive" # want: wiring - -> OrdersController.archive
  resources :orders do # want: wiring - -> OrdersController
    member { get :archive } # want: wiring - -> OrdersController.archive
  end
  namespace :admin do
    resources :orders, only: :index # want: wiring - -> Admin.OrdersController
    get "list", controller: "orders", action: "index" # want: wiring - -> Admin.OrdersController.index
  end
  namespace :hooks do
    post "paid" # want: wiring - -> HooksController.paid
  end
  match "none", to: "absent#show", via: :get # want: !wiring - -> AbsentController
end
