import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { Public } from '../../../common/http';
import { AttemptsGuard } from '../access/attempts.guard';
import {
  ForgotPasswordDto,
  ForgotPasswordResponseDto,
  ResetPasswordDto,
} from '../dto/password-reset.dto';
import { PasswordResetsService } from './password-resets.service';

@ApiTags('auth')
@Controller('auth/password')
@UseGuards(AttemptsGuard)
@ApiTooManyRequestsResponse({ type: ProblemDto, description: '`too_many_requests`' })
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Post('forgot')
  @HttpCode(202)
  @Public()
  @ApiOperation({
    summary: 'Ask for a new password',
    description:
      'Mails a code that works once, within an hour. The answer is the same for an address that nobody has.',
  })
  @ApiAcceptedResponse({ type: ForgotPasswordResponseDto })
  @ApiUnprocessableEntityResponse({ type: ProblemDto, description: '`validation_failed`' })
  async forgot(@Body() body: ForgotPasswordDto): Promise<ForgotPasswordResponseDto> {
    await this.resets.request(body.email);
    return { message: 'If somebody has this address, an e-mail with a code is on its way to it.' };
  }

  @Post('reset')
  @HttpCode(204)
  @Public()
  @ApiOperation({
    summary: 'Set a new password with the code from the e-mail',
    description: 'Ends all sessions; log in afterwards.',
  })
  @ApiNoContentResponse()
  @ApiUnprocessableEntityResponse({
    type: ProblemDto,
    description: '`password_reset_invalid` or `validation_failed`',
  })
  async reset(@Body() body: ResetPasswordDto): Promise<void> {
    await this.resets.reset(body.token, body.new_password);
  }
}
