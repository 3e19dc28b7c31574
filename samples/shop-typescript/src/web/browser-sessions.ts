import { randomBytes } from 'node:crypto';
import { Injectable, NestMiddleware } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { NextFunction, Response } from 'express';
import { MoreThan, Repository } from 'typeorm';
import { Clock } from '@shop/common/clock';
import { settings } from '@shop/common/settings';
import type { ShopRequest } from './auth';
import { WebSession } from './web-session.entity';

const COOKIE = 'nordlicht';

/** Gives every browser a session that lives; its token finds the cart. */
@Injectable()
export class BrowserSessions implements NestMiddleware {
  constructor(
    @InjectRepository(WebSession) private readonly sessions: Repository<WebSession>,
    private readonly clock: Clock,
  ) {}

  async use(request: ShopRequest, response: Response, next: NextFunction): Promise<void> {
    const cookie = /(?:^|;\s*)nordlicht=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    const token = (cookie && (await this.living(cookie))) || randomBytes(24).toString('base64url');
    const expiresAt = this.clock.in(settings.sessionLifetime);
    await this.sessions.save({ token, expiresAt });
    response.cookie(COOKIE, token, { httpOnly: true, secure: true, sameSite: 'lax' });
    request.browserToken = token;
    next();
  }

  private async living(token: string): Promise<string | undefined> {
    const session = await this.sessions.findOneBy({
      token,
      expiresAt: MoreThan(this.clock.now()),
    });
    return session?.token;
  }
}
