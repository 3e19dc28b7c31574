import { Controller, Get, Post } from '@nestjs/common'
import { Cron, CronExpression, Interval } from '@nestjs/schedule'
import { Processor, Process } from '@nestjs/bull'

// want: http -> OrdersController.list method=GET path=/orders
// want: http -> OrdersController.create method=POST path=/orders/new
// want: schedule -> OrdersController.hourly period=3600
// want: schedule -> OrdersController.nightly cron=0_3_*_*_* tz=Europe/Berlin period=86400
// want: schedule -> OrdersController.beat period=5
// want: schedule -> OrdersController.monthly cron=0_12_1_*_* period=2419200
// want: schedule -> OrdersController.office period=1800
// want: queue -> Mails.send
// want: !http -> OrdersController.plain
@Controller('orders')
export class OrdersController {
  @Get()
  list() { return this.cache.get('x') }

  @Post('new')
  async create() {}

  @Cron(CronExpression.EVERY_HOUR)
  hourly() {}

  @Cron('0 3 * * *', { timeZone: 'Europe/Berlin' })
  nightly() {}

  @Interval(5000)
  beat() {}

  @Cron(CronExpression.EVERY_1ST_DAY_OF_MONTH_AT_NOON)
  monthly() {}

  @Cron(CronExpression.EVERY_30_MINUTES_BETWEEN_9AM_AND_5PM)
  office() {}

  plain() {}
}

@Processor('mails')
export class Mails {
  @Process('send')
  send() {}
}
