export const planted = [
  () => Date.now(),
  () => Math.random(),
  () => setTimeout(() => undefined, 1),
  () => process.env,
];
