export { importRo, type RoAnswer, type RoFile, type RoImport, type RoProgress } from './import-ro.ts';
export type { GivenHeader, RoHeader } from './header.ts';
export type { RoReport } from './report.ts';
