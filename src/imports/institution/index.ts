export {
  type Change,
  type HouseAnswer,
  type HouseRefusal,
  importHouse,
  type RefusedStep,
} from './import-house.ts';
export { houseText } from './document.ts';
export { longestHouse } from './read-house.ts';
export { readTerms, type ReadTerms, type TermsTried } from './read-terms.ts';
export type { Problem } from './shaped.ts';
export { houseOf, writeHouse } from './write-house.ts';
