import { Entity } from 'typeorm';

@Entity('orders') // want: table define orders in Order
export class Order {
  total(): number { return 1; }
}

@Entity()
export class OrderLine {}
// want: table define order_line in OrderLine
