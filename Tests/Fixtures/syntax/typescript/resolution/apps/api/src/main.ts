import { shared } from '@shop/shared'; // want: import @shop/shared -> libs/shared/src/index.ts
import { money } from '@shop/shared/money'; // want: import @shop/shared/money -> libs/shared/src/lib/money.ts
import { tool } from '@shop/tools'; // want: import @shop/tools -> packages/tools/src/index.ts
import { more } from '@shop/tools/extra/more'; // want: import @shop/tools/extra/more -> packages/tools/src/extra-more.ts
import { absent } from '@shop/tools/absent'; // want: import-missing @shop/tools/absent
import { other } from '@shop/other'; // want: import-external @shop/other
import { based } from 'libs/shared/src/lib/money'; // want: import libs/shared/src/lib/money -> libs/shared/src/lib/money.ts
import slash from '@shop/shared/units/'; // want: import @shop/shared/units/ -> libs/shared/src/lib/units/index.ts
import parent from '../../../../outside'; // want: import-external ../../../../outside

shared(money, tool, more); // want: call - -> shared
