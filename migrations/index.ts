import { CreateSchema1763600000000 } from './1763600000000-create-schema';

/** Every migration, oldest first. */
export const MIGRATIONS = [CreateSchema1763600000000] as const;
