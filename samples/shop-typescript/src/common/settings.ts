import { DAY, HOUR } from '@shop/common/clock';
import { Money } from '@shop/common/money';

/** Settings of the process. The page of the administrators changes some of them at run time. */
export const settings = {
  databaseUrl: process.env.DATABASE_URL ?? 'postgres://localhost/shop',
  redisHost: process.env.REDIS_HOST ?? 'localhost',
  signingKey: process.env.SHOP_SIGNING_KEY ?? 'change me',
  webhookSecret: process.env.SHOP_WEBHOOK_SECRET ?? '',
  gateway: process.env.SHOP_GATEWAY ?? 'https://gateway.payments.example',
  uploadFolder: process.env.SHOP_UPLOADS ?? '/srv/shop/uploads',
  mailFrom: 'shop@nordlicht.example',
  smtpHost: process.env.SMTP_HOST ?? 'localhost',

  maintenance: false,
  freeShippingFrom: Money.of(8_000),
  unpaidOrdersExpireAfter: 2 * HOUR,
  sessionLifetime: 30 * DAY,

  warehouse: { enabled: true, host: 'warehouse.internal', port: 9191, pause: 5_000 },
};
