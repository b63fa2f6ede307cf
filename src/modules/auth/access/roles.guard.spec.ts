import { type ExecutionContext, Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError } from '../../../common/errors';
import { type Actor, AnyRole, Public, type Role, Roles, ROLES } from '../../../common/http';
import { RolesGuard } from './roles.guard';

class Routes {
  @Public()
  open(): void {
    // Only its decorators matter.
  }

  @Roles('admin', 'recruiter')
  staff(): void {
    // Only its decorators matter.
  }

  @AnyRole()
  everybody(): void {
    // Only its decorators matter.
  }

  forgotten(): void {
    // Only its decorators matter.
  }
}

describe('RolesGuard', () => {
  const guard = new RolesGuard(new Reflector());

  const passes = (route: keyof Routes, role: Role | null): boolean => {
    const user: Actor | undefined =
      role === null ? undefined : { userId: 'user', companyId: 'company', role, isOwner: false };
    // The guard asks a context for these three alone.
    const context = {
      getHandler: () => Reflect.get(Routes.prototype, route),
      getClass: () => Routes,
      switchToHttp: () => ({ getRequest: () => ({ user }) }),
    } as unknown as ExecutionContext;
    return guard.canActivate(context);
  };

  it('lets everybody into a public route', () => {
    expect(passes('open', null)).toBe(true);
  });

  it.each(ROLES)('lets %s into a route for all roles', (role) => {
    expect(passes('everybody', role)).toBe(true);
  });

  it('lets in whom the route names and nobody else', () => {
    expect(passes('staff', 'admin')).toBe(true);
    expect(passes('staff', 'recruiter')).toBe(true);
    expect(() => passes('staff', 'hiring_manager')).toThrow(ForbiddenError);
    expect(() => passes('staff', 'interviewer')).toThrow(ForbiddenError);
    expect(() => passes('staff', null)).toThrow(ForbiddenError);
  });

  it('refuses a route that says nothing, to admins too, and logs the mistake', () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    expect(() => passes('forgotten', 'admin')).toThrow(ForbiddenError);
    expect(logged).toHaveBeenCalledWith(
      { controller: 'Routes', handler: 'forgotten' },
      expect.stringContaining('programming error'),
    );
    logged.mockRestore();
  });
});
