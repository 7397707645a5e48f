import { EventBus } from '@nestjs/cqrs';
export const planted = EventBus;
