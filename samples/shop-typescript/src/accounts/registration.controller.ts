import { Body, Controller, Post } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import { IsEmail, IsString, Matches, MinLength, ValidateNested } from 'class-validator';
import { Repository } from 'typeorm';
import { ShopError } from '@shop/common/errors';
import { Mailer } from '@shop/notify/mailer';
import { Address } from './address.entity';
import { hashPassword } from './passwords';
import { User } from './user.entity';
import { isCountrySupported } from './vat';

class NewAddress {
  @IsString()
  line: string;

  @Matches(/^[0-9A-Z -]{4,10}$/)
  zip: string;

  @IsString()
  city: string;

  @IsString()
  country: string;
}

class NewAccount {
  @IsEmail()
  email: string;

  @IsString()
  name: string;

  @MinLength(10)
  password: string;

  @ValidateNested()
  @Type(() => NewAddress)
  address: NewAddress;
}

@Controller('accounts')
export class RegistrationController {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Address) private readonly addresses: Repository<Address>,
    private readonly mailer: Mailer,
  ) {}

  // @trigger http method=POST path=/accounts rps=0.005 duration_ms=120
  @Post()
  async register(@Body() account: NewAccount): Promise<{ id: number }> {
    if (!isCountrySupported(account.address.country)) {
      throw new ShopError('We do not ship to this country.');
    }
    const email = account.email.toLowerCase();
    if (await this.users.existsBy({ email })) {
      throw new ShopError('There is an account with this address already.');
    }
    const user = await this.users.save(
      this.users.create({
        email,
        name: account.name,
        passwordHash: hashPassword(account.password),
      }),
    );
    await this.addresses.insert({ user, ...account.address });
    await this.mailer.send({ recipient: email, template: 'welcome', values: { name: user.name } });
    return { id: user.id };
  }
}
