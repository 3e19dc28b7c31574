export * from './invoice'; // want: import ./invoice -> src/lib/invoice.ts
export * as all from './orders';
export { internal as renamed } from './invoice';
export * from 'elsewhere'; // want: import-external elsewhere
export * from './index';
