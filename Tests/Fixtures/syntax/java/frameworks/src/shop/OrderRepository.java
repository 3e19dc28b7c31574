package shop;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends BaseRepository<Order> {
  List<Order> findByNumber(long number);

  @Query("select o from Order o") // want: table read orders in shop.OrderRepository.every
  List<Order> every();

  @Query("delete from OrderLine l where l.order = ?1") // want: table write order_line in shop.OrderRepository.clear
  void clear(Order order);
}

interface BaseRepository<T> extends JpaRepository<T, Long> {}
