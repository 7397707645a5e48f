import type { Papers } from '../sealing/make.ts';
import { reportPaper } from './report-paper.ts';
import { written } from './written.ts';

/**
 * The readable papers of a sealed report. Everything is told: the bundle holds the evidence of every student as well, and goes
 * to whoever may see that. Who made it and when is not in it: the same question gives the same bytes.
 */
export const sealedPapers: Papers = async (report) => {
  const paper = reportPaper(report);
  return [
    { name: `${report.report}.pdf`, bytes: await written(paper, 'pdf') },
    { name: `${report.report}.xlsx`, bytes: await written(paper, 'xlsx') },
  ];
};
