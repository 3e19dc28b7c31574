// A package inside of another one that it does not name as needed.
import { whole } from 'whole'; // want: import-external whole
import 'inner-b'; // want: import inner-b -> inner/b/src/index.ts
