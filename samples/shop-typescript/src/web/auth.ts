import { CanActivate, createParamDecorator, ExecutionContext, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Request } from 'express';
import { Repository } from 'typeorm';
import { Tokens } from '@shop/accounts/tokens';
import { Role, User } from '@shop/accounts/user.entity';
import { Refused } from '@shop/common/errors';

/** A request as the guards and the middleware leave it. */
export interface ShopRequest extends Request {
  user?: User;
  browserToken?: string;
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ShopRequest>();

export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).user,
);

export const BrowserToken = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).browserToken,
);

/** Lets customers in who show a token that we signed. */
@Injectable()
export class CustomerGuard implements CanActivate {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const id = scheme === 'Bearer' && token ? this.tokens.read(token) : null;
    const user = id === null ? null : await this.users.findOneBy({ id });
    if (!user) throw new Refused('Please log in.');
    request.user = user;
    return true;
  }
}

@Injectable()
export class AdministratorGuard extends CustomerGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    if (requestOf(context).user?.role !== Role.Administrator) {
      throw new Refused('This is for administrators.');
    }
    return true;
  }
}
