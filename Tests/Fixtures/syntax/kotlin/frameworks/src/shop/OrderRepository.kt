package shop

import org.springframework.data.jpa.repository.JpaRepository
import org.springframework.data.jpa.repository.Query

interface OrderRepository : BaseRepository<Order> {
  fun findByNumber(number: Long): List<Order>

  @Query("select o from Order o") // want: table read orders in shop.OrderRepository.every
  fun every(): List<Order>

  @Query("delete from OrderLine l where l.order = ?1") // want: table write order_line in shop.OrderRepository.clear
  fun clear(order: Order)
}

interface BaseRepository<T> : JpaRepository<T, Long>
