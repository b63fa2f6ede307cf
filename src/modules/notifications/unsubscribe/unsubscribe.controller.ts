import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { NotFoundError, ProblemDto } from '../../../common/errors';
import { Public } from '../../../common/http';
import { htmlPage } from '../domain/html-text';
import type { Unsubscription } from '../domain/unsubscribe-token';
import { UnsubscribeLinks } from './unsubscribe-links';
import { UnsubscribesRepository } from './unsubscribes.repository';

class UnsubscribeQueryDto {
  @ApiProperty({ description: 'From the link in the e-mail.' })
  @IsString()
  @MaxLength(500)
  readonly token!: string;
}

const TITLE = 'E-mail reminders';

/** For people who get mail and have no account: they see a page, their mail programs post. */
@ApiTags('email')
@Controller('email/unsubscribe')
@ApiProduces('text/html')
@ApiNotFoundResponse({ type: ProblemDto, description: '`unsubscribe_link_not_found`' })
@ApiUnprocessableEntityResponse({ type: ProblemDto, description: '`validation_failed`' })
export class UnsubscribeController {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly unsubscribes: UnsubscribesRepository,
  ) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'The page to unsubscribe from reminders at',
    description: 'Looking at it changes nothing, since mail scanners follow links too.',
  })
  @ApiOkResponse({ schema: { type: 'string' } })
  page(@Query() query: UnsubscribeQueryDto): string {
    this.read(query.token);
    return htmlPage(
      TITLE,
      '<form method="post"><p>Do you want to stop getting reminders by e-mail?</p>' +
        '<p><button>Stop reminders</button></p></form>',
    );
  }

  @Post()
  @HttpCode(200)
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({
    summary: 'Stop getting reminders',
    description: 'Also in one click from a mail program (RFC 8058). Other e-mail goes on.',
  })
  @ApiOkResponse({ schema: { type: 'string' } })
  async unsubscribe(@Query() query: UnsubscribeQueryDto): Promise<string> {
    await this.unsubscribes.add(this.read(query.token));
    return htmlPage(TITLE, '<p>You will not get reminders any more.</p>');
  }

  /** @throws NotFoundError */
  private read(token: string): Unsubscription {
    const unsubscription = this.links.read(token);
    if (unsubscription === null) {
      throw new NotFoundError('unsubscribe link');
    }
    return unsubscription;
  }
}
