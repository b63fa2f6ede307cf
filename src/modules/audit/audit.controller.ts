import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, ApiPage, CurrentActor, type PageDto, pageDto, Roles } from '../../common/http';
import { AuditRepository } from './audit.repository';
import { AuditEventDto, AuditQueryDto, ChainCheckDto } from './dto/audit.dto';

@ApiTags('audit')
@Controller('audit')
@Roles('admin')
export class AuditController {
  constructor(private readonly repository: AuditRepository) {}

  @Get('events')
  @ApiOperation({
    summary: 'Who decided, opened, read, deleted or erased what, newest first',
    description:
      'Kept for good, with ids in place of people: what an id stood for may be erased. Opening one person or resume is told, a list is not.',
  })
  @ApiPage(AuditEventDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: AuditQueryDto,
  ): Promise<PageDto<AuditEventDto>> {
    const filter = {
      ...(query.action === undefined ? {} : { action: query.action }),
      ...(query.actor_id === undefined ? {} : { actorId: query.actor_id }),
      ...(query.subject_id === undefined ? {} : { subjectId: query.subject_id }),
    };
    const page = await this.repository.list(actor.companyId, filter, query);
    return pageDto(page, (event) => AuditEventDto.from(event));
  }

  @Get('verify')
  @ApiOperation({
    summary: 'Whether every event is what it was, and none is missing',
    description: 'Computes every hash of the company’s chain again.',
  })
  @ApiOkResponse({ type: ChainCheckDto })
  async verify(@CurrentActor() actor: Actor): Promise<ChainCheckDto> {
    return ChainCheckDto.from(await this.repository.check(actor.companyId));
  }
}
