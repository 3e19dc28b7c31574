import { own } from '#own'; // want: import #own -> packages/tools/src/own.ts
export const tool = own; // want: field tool -> own
