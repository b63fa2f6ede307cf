import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AnyRole,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  Roles,
} from '../../common/http';
import { SearchSkillsQueryDto, SkillResponseDto, SkillSourceDto } from './dto/skill.dto';
import { SkillsService } from './skills.service';

@ApiTags('skills')
@Controller('skills')
export class SkillsController {
  constructor(private readonly skills: SkillsService) {}

  @Get()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Look up skills by the beginning of a word',
    description:
      'Searches names and aliases of the vocabulary, of imported classifications and of your company, best first.',
  })
  @ApiPage(SkillResponseDto)
  async search(
    @CurrentActor() actor: Actor,
    @Query() query: SearchSkillsQueryDto,
  ): Promise<PageDto<SkillResponseDto>> {
    const found = await this.skills.search(actor.companyId, { ...query, text: query.q });
    return pageDto(found, (skill) => SkillResponseDto.from(skill));
  }

  @Get('sources')
  @AnyRole()
  @ApiOperation({ summary: 'The lists of skills in use, with their licences’ notices' })
  @ApiOkResponse({ type: [SkillSourceDto] })
  sources(): SkillSourceDto[] {
    return this.skills.sources().map((source) => SkillSourceDto.from(source));
  }
}
