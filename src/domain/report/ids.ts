import type { Brand } from '../../kernel/brand.ts';
import type { Uuid } from '../../kernel/message.ts';

/** Follows from what was asked and from the ordinal it was asked at: the same question there is the same report. */
export type ReportId = Brand<Uuid, 'ReportId'>;

export const reportStream = (id: ReportId): string => `report-${id}`;

/** Seals are about the log and in it; no figure rests on them. */
export const isOfReport = (stream: string): boolean => stream.startsWith('report-');
