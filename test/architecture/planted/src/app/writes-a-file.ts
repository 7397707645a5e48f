import { stringify } from 'csv-stringify/sync'; export const planted = stringify;
