import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsEmail, IsString } from 'class-validator';
import { LessThan, MoreThan, Repository } from 'typeorm';
import { Clock, DAY, MINUTE } from '@shop/common/clock';
import { Refused } from '@shop/common/errors';
import { LoginAttempt } from './login-attempt.entity';
import { hashPassword, passwordMatches } from './passwords';
import { Tokens } from './tokens';
import { User } from './user.entity';

const MOST_FAILURES = 5;
const LOCKOUT = 15 * MINUTE;
const TOKEN_LIFE = 30 * DAY;
const KEEP_ATTEMPTS = 90 * DAY;

// Compared with for unknown addresses, so that the time tells nothing.
const NOBODY = hashPassword('nobody');

class Credentials {
  @IsEmail()
  email: string;

  @IsString()
  password: string;
}

/** The login. Customers stay signed in for weeks, so it is seldom needed. */
@Controller()
export class LoginController {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(LoginAttempt) private readonly attempts: Repository<LoginAttempt>,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
  ) {}

  // @trigger http method=POST path=/login rps=0.01 duration_ms=80
  @Post('login')
  @HttpCode(200)
  async login(@Body() body: Credentials, @Ip() remote: string): Promise<{ token: string }> {
    const email = body.email.trim().toLowerCase();
    if (await this.isLockedOut(email)) {
      throw new Refused('Too many failures, please try again in a quarter of an hour.');
    }
    const user = await this.users.findOneBy({ email });
    const succeeded = passwordMatches(body.password, user?.passwordHash ?? NOBODY);
    await this.attempts.insert({ email, succeeded, remote });
    if (!user || !succeeded) throw new Refused('The address or the password is wrong.');
    await this.forgetFailures(email);
    return { token: this.tokens.sign(user.id, this.clock.in(TOKEN_LIFE)) };
  }

  private async isLockedOut(email: string): Promise<boolean> {
    const failures = await this.attempts.countBy({
      email,
      succeeded: false,
      createdAt: MoreThan(this.clock.ago(LOCKOUT)),
    });
    return failures >= MOST_FAILURES;
  }

  /** A success ends the lockout, and drops what the privacy rules forbid to keep. */
  private async forgetFailures(email: string): Promise<void> {
    await this.attempts.delete({ email, succeeded: false });
    await this.attempts.delete({ createdAt: LessThan(this.clock.ago(KEEP_ATTEMPTS)) });
  }
}
