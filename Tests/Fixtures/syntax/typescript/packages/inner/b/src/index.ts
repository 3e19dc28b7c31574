import { whole } from 'whole'; // want: import whole -> src/index.ts
