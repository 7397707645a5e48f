import { memoryLeaseBook } from '../../src/adapters/memory/lease-book.ts';
import { leasesContract } from './leases.contract.ts';

leasesContract('memory', () => {
  const book = memoryLeaseBook();
  return Promise.resolve({ book, another: () => Promise.resolve(book) });
});
