import type { CustomDecorator } from '@nestjs/common';
import { SetMetadata } from '@nestjs/common';

export const SESSION_ONLY = 'access:session-only';

/** The route is refused to API keys: a copied key must not make more keys or change a password. */
export const SessionOnly = (): CustomDecorator => SetMetadata(SESSION_ONLY, true);
