package de.nordlicht.shop.catalog;

import org.springframework.data.repository.CrudRepository;

interface PriceChangeRepository extends CrudRepository<PriceChange, Long> {}
