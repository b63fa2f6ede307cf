import {
  applyDecorators,
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiSecurity,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '../errors/problem';

export const ROLES = ['admin', 'recruiter', 'hiring_manager', 'interviewer'] as const;
export type Role = (typeof ROLES)[number];

/** Who makes a request. Every query is bound to `companyId`. */
export interface Actor {
  readonly userId: string;
  readonly companyId: string;
  readonly role: Role;
  readonly isOwner: boolean;
}

export const PUBLIC_ROUTE = 'access:public';
export const ROUTE_ROLES = 'access:roles';

/** The route needs no login. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** The roles that may call the route. A route with neither this nor `@Public` is refused to all. */
export function Roles(...roles: readonly [Role, ...Role[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ROUTE_ROLES, roles),
    ApiBearerAuth(),
    ApiSecurity('api_key'),
    ApiUnauthorizedResponse({ type: ProblemDto, description: 'No valid access token.' }),
    ApiForbiddenResponse({ type: ProblemDto, description: `Needs one of: ${roles.join(', ')}.` }),
    ApiUnprocessableEntityResponse({ type: ProblemDto, description: 'A field is not valid.' }),
  );
}

/** Any logged-in user. */
export const AnyRole = (): MethodDecorator & ClassDecorator => Roles(...ROLES);

/** The caller, on routes that are not public. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => {
    const { user } = context.switchToHttp().getRequest<{ user?: Actor }>();
    if (user === undefined) {
      throw new Error('@CurrentActor on a route without a login.');
    }
    return user;
  },
);
