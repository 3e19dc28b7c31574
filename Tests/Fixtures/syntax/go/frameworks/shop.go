package shop

import "gorm.io/gorm"

type Order struct { // want: table define orders in shop.Order
	gorm.Model
	Total int
}

type Store struct {
	db *gorm.DB
}

func (s *Store) Place(order *Order) {
	s.db.Create(order) // want: table write orders in shop.Store.Place
}

func (s *Store) List() []Order {
	var orders []Order
	s.db.Find(&orders) // want: table read orders in shop.Store.List
	return orders
}
