import { there } from './circle-there.ts'; export const here = () => there;
