import type { FiguresReport } from '../../../projections/figures/index.ts';
import type { Finding } from '../sealing/findings.ts';
import type { Papers } from '../sealing/make.ts';
import type { Manifest } from '../sealing/shapes.ts';
import { reportPaper } from './report-paper.ts';
import { written } from './writing/written.ts';

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

/**
 * Holds the papers of a bundle against its figures; no log is needed. Another version may write the same figures otherwise,
 * so that only papers of this one can be told to be others. The bundle must be whole: its figures are taken as they are.
 */
export const papersAgainst = async (
  { wissel, figures }: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  version: string,
): Promise<readonly Finding[]> => {
  if (wissel !== version || ![...files.keys()].some((path) => path.startsWith('papers/'))) return [];
  const found: Finding[] = [];
  for (const { figures: path } of figures) {
    const report = JSON.parse(new TextDecoder().decode(files.get(path))) as FiguresReport;
    for (const { name, bytes } of await sealedPapers(report)) {
      const sealed = files.get(`papers/${name}`);
      if (!sealed || Buffer.compare(sealed, bytes) !== 0)
        found.push({ code: 'PaperDiffers', path: `papers/${name}` });
    }
  }
  return found;
};
