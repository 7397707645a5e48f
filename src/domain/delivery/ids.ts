import type { Brand } from '../../kernel/brand.ts';

/** SHA-256 of a delivered file, in hex: the same file is the same delivery. */
export type DeliveryId = Brand<string, 'DeliveryId'>;

export const deliveryShape = /^[0-9a-f]{64}$/;
export const deliveryStream = (id: DeliveryId): string => `delivery-${id}`;
