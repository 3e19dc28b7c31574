package de.nordlicht.shop.cart;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CouponRepository extends JpaRepository<Coupon, String> {

  @Modifying
  @Query("UPDATE Coupon c SET c.usesLeft = c.usesLeft - 1 WHERE c.code = :code")
  void useUp(String code);
}
