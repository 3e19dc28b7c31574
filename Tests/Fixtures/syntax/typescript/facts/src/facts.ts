import { Controller, Get, Module } from '@nestjs/common';
import { Entity } from 'typeorm';
import { Injectable } from './own';

@Entity('Orders')
export class Order {}
// want: table define orders in Order

@Entity()
class OrderLine {}
// want: table define order_line in OrderLine

@Injectable({ scope: 'root' }) // want: type Dao -> Injectable @src/own.ts
export class Dao {
  // want: annotation ./own.Injectable scope=root on Dao
  static readonly BY_ID = 'SELECT * FROM customers WHERE id = ?'; // want: table read customers in Dao

  async save(id: number) {
    await this.db.query('INSERT INTO ledger' + ' (id) VALUES (' + id + ')'); // want: table write ledger in Dao.save
    await sql`UPDATE accounts SET x = ${id}`; // want: table write accounts in Dao.save
    log('select a colour from the list'); // want: !table read the in Dao.save
    return this.prisma.invoice.findMany({}); // want: table read invoice in Dao.save
  }
}

@Controller('orders')
export class Desk {
  // want: annotation @nestjs/common.Controller =orders on Desk
  @Get(['/', 'all'])
  list(@Query('id') id: string) {}
  // want: annotation @nestjs/common.Get =/ =all on Desk.list
  // want: annotation Query =id on Desk.list
}

@Module({ providers: [Dao], imports: [forwardRef(() => Desk)] }) // want: type Shop -> Dao
export class Shop {}
// want: annotation @nestjs/common.Module providers=Dao imports=forwardRef(() => Desk) on Shop

async function bootstrap() { // want: declare function bootstrap definition entryPoint
  const app = await NestFactory.create(Shop); // want: type bootstrap -> Shop
  await app.listen(3000); // want: lifetime socket-listened app.listen in bootstrap
  while (true) { // want: lifetime endless-loop - in bootstrap
    setInterval(tick, 10); // want: lifetime timer-armed setInterval in bootstrap
  }
}
bootstrap();

let counter = 0; // want: declare variable counter definition mutableState
let settled = 1; // want: declare constant settled definition
export const cache = new Map<string, Order>(); // want: declare constant cache definition mutableState
const table = { a: 1 }; // want: declare constant table definition

function tick() {
  counter += settled; // want: global-write tick -> counter
  cache.clear(); // want: global-read tick -> cache
  return table.a; // want: field tick -> table
}

// @trigger schedule cron="0 3 * * *"
export async function nightly() {}
// want: trigger schedule comment on nightly cron=0 3 * * *

/**
 * @trigger queue source=jobs
 */
export const consume = async (job: Job) => {};
// want: trigger queue comment on consume source=jobs

class Routes {
  // @trigger http path=/orders/{id}
  //   method=GET rps=2
  @Get('orders/:id')
  order(id: string) {} // want: trigger http comment on Routes.order path=/orders/{id} method=GET rps=2
}
