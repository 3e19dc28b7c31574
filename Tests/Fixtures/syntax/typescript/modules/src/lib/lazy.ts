import { Shape } from './shape';
export const load = async () => {};
export const make = (): Shape => ({ corners: 3 }); // want: type make -> Shape
