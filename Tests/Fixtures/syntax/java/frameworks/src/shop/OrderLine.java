package shop;

import jakarta.persistence.Entity;

@Entity // want: table define order_line in shop.OrderLine
public class OrderLine {}
