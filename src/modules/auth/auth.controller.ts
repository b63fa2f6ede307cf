import { Body, Controller, Get, HttpCode, Post, UseGuards, UseInterceptors } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, AnyRole, CurrentActor, Public } from '../../common/http';
import { UserResponseDto } from '../users';
import { AttemptsGuard } from './access/attempts.guard';
import { ChallengeInterceptor } from './access/challenge.interceptor';
import { SessionOnly } from './access/session-only';
import { AuthService } from './auth.service';
import {
  ChangePasswordDto,
  LoginDto,
  LoginResponseDto,
  REGISTER_EXAMPLES,
  RefreshDto,
  RegisterDto,
  TokenPairDto,
} from './dto/auth.dto';
import { RegistrationService } from './registration.service';
import { SessionsService } from './sessions/sessions.service';

@ApiTags('auth')
@Controller('auth')
@UseInterceptors(ChallengeInterceptor)
export class AuthController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('register')
  @Public()
  @ApiOperation({
    summary: 'Register with a new company, or join one by invitation',
    description:
      'Whoever registers a company owns it and may administer it whatever their `role`. Log in afterwards.',
  })
  @ApiBody({ type: RegisterDto, examples: REGISTER_EXAMPLES })
  @ApiCreatedResponse({ type: UserResponseDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`email_taken` or `company_exists`' })
  @ApiUnprocessableEntityResponse({
    type: ProblemDto,
    description: '`validation_failed`, `invitation_invalid` or `invitation_email_mismatch`',
  })
  async register(@Body() body: RegisterDto): Promise<UserResponseDto> {
    const user = await this.registration.register({
      email: body.email,
      password: body.password,
      fullName: body.full_name,
      role: body.role ?? null,
      companyName: body.company_name ?? null,
      invitationToken: body.invitation_token ?? null,
    });
    return UserResponseDto.from(user);
  }

  @Post('login')
  @HttpCode(200)
  @Public()
  @UseGuards(AttemptsGuard)
  @ApiOperation({ summary: 'Log in' })
  @ApiOkResponse({ type: LoginResponseDto })
  @ApiUnauthorizedResponse({ type: ProblemDto, description: '`invalid_credentials`' })
  @ApiForbiddenResponse({ type: ProblemDto, description: '`account_inactive`' })
  @ApiUnprocessableEntityResponse({ type: ProblemDto, description: '`validation_failed`' })
  @ApiTooManyRequestsResponse({
    type: ProblemDto,
    description: '`too_many_requests`, with a `Retry-After` header in seconds',
  })
  async login(@Body() body: LoginDto): Promise<LoginResponseDto> {
    return LoginResponseDto.fromLogin(await this.auth.login(body.email, body.password));
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'Exchange a refresh token for a new pair',
    description: 'Each refresh token works once; one that comes back ends the whole session.',
  })
  @ApiOkResponse({ type: TokenPairDto })
  @ApiUnauthorizedResponse({
    type: ProblemDto,
    description: '`refresh_token_invalid`, `refresh_token_expired` or `refresh_token_reused`',
  })
  @ApiUnprocessableEntityResponse({ type: ProblemDto, description: '`validation_failed`' })
  async refresh(@Body() body: RefreshDto): Promise<TokenPairDto> {
    return TokenPairDto.from(await this.sessions.rotate(body.refresh_token));
  }

  @Post('logout')
  @HttpCode(204)
  @Public()
  @ApiOperation({
    summary: 'End a session',
    description: 'Works with an expired access token too; an unknown refresh token is no error.',
  })
  @ApiNoContentResponse()
  @ApiUnprocessableEntityResponse({ type: ProblemDto, description: '`validation_failed`' })
  async logout(@Body() body: RefreshDto): Promise<void> {
    await this.sessions.end(body.refresh_token);
  }

  @Post('change-password')
  @HttpCode(200)
  @AnyRole()
  @SessionOnly()
  @UseGuards(AttemptsGuard)
  @ApiOperation({
    summary: 'Change your password',
    description: 'Ends all your sessions and answers a new one.',
  })
  @ApiOkResponse({ type: LoginResponseDto })
  @ApiUnprocessableEntityResponse({
    type: ProblemDto,
    description: '`current_password_wrong` or `validation_failed`',
  })
  @ApiTooManyRequestsResponse({ type: ProblemDto, description: '`too_many_requests`' })
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() body: ChangePasswordDto,
  ): Promise<LoginResponseDto> {
    const login = await this.auth.changePassword(actor, {
      current: body.current_password,
      next: body.new_password,
    });
    return LoginResponseDto.fromLogin(login);
  }

  @Get('me')
  @AnyRole()
  @ApiOperation({ summary: 'Who you are' })
  @ApiOkResponse({ type: UserResponseDto })
  async me(@CurrentActor() actor: Actor): Promise<UserResponseDto> {
    return UserResponseDto.from(await this.auth.me(actor));
  }
}
