import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError } from '../../../common/errors';
import { type Actor, PUBLIC_ROUTE, type Role, ROUTE_ROLES } from '../../../common/http';

/** Global, after `JwtAuthGuard`: lets pass whom the route's `@Roles` name, and nobody where it has none. */
@Injectable()
export class RolesGuard implements CanActivate {
  private readonly log = new Logger(RolesGuard.name);

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, targets) === true) {
      return true;
    }
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(
      ROUTE_ROLES,
      targets,
    );
    if (roles === undefined) {
      this.log.error(
        { controller: context.getClass().name, handler: context.getHandler().name },
        'programming error: the route has neither @Public nor @Roles',
      );
      throw new ForbiddenError();
    }
    const { user } = context.switchToHttp().getRequest<{ user?: Actor }>();
    if (user === undefined || !roles.includes(user.role)) {
      throw new ForbiddenError();
    }
    return true;
  }
}
