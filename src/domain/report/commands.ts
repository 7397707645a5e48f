import type { ReportData } from './events.ts';

export interface SealReport {
  readonly type: 'SealReport';
  readonly sealed: ReportData['ReportSealed'];
}
export type ReportCommand = SealReport;
