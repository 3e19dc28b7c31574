import { DataSource } from 'typeorm';
import { settings } from '@shop/common/settings';

export const dataSource = new DataSource({
  type: 'postgres',
  url: settings.databaseUrl,
  entities: [`${__dirname}/../**/*.entity.js`],
  migrations: [`${__dirname}/../../migrations/*.js`],
});
