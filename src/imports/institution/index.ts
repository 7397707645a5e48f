export {
  type Change,
  type HouseAnswer,
  type HouseRefusal,
  importHouse,
  type RefusedStep,
} from './import-house.ts';
export { houseText, longestHouse } from './read-house.ts';
export { houseOf, writeHouse } from './write-house.ts';
