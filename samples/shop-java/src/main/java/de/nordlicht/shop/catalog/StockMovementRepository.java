package de.nordlicht.shop.catalog;

import org.springframework.data.repository.CrudRepository;

interface StockMovementRepository extends CrudRepository<StockMovement, Long> {}
