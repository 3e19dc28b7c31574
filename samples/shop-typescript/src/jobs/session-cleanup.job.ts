import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThan, Repository } from 'typeorm';
import { Cart } from '@shop/cart/cart.entity';
import { Clock, DAY } from '@shop/common/clock';
import { WebSession } from '@shop/web/web-session.entity';

const KEEP_CARTS = 60 * DAY;

/** Sessions end after a month; carts that belong to nobody go with them. */
@Injectable()
export class SessionCleanupJob {
  private readonly log = new Logger(SessionCleanupJob.name);

  constructor(
    @InjectRepository(WebSession) private readonly sessions: Repository<WebSession>,
    @InjectRepository(Cart) private readonly carts: Repository<Cart>,
    private readonly clock: Clock,
  ) {}

  // Started by deploy/crontab.
  async deleteExpiredSessions(): Promise<void> {
    const ended = await this.sessions.delete({ expiresAt: LessThan(this.clock.now()) });
    const abandoned = await this.carts.delete({
      userId: IsNull(),
      updatedAt: LessThan(this.clock.ago(KEEP_CARTS)),
    });
    this.log.log(`${ended.affected ?? 0} sessions, ${abandoned.affected ?? 0} carts deleted`);
  }
}
