Shop::Engine.routes.draw do
  resources :items # want: wiring - -> Shop.ItemsController
  root to: "items#index" # want: wiring - -> Shop.ItemsController.index
end
