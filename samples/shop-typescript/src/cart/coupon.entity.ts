import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('coupons')
export class Coupon {
  @PrimaryColumn()
  code: string;

  @Column({ name: 'basis_points' })
  basisPoints: number;

  @Column({ name: 'valid_until' })
  validUntil: Date;

  @Column({ name: 'uses_left' })
  usesLeft: number;
}
