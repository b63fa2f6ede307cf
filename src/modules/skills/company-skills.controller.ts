import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../common/http';
import { type ChangedSkill, CompanySkillsService } from './company-skills.service';
import {
  ChangedCompanySkillDto,
  CompanySkillResponseDto,
  CreateCompanySkillDto,
  UpdateCompanySkillDto,
} from './dto/company-skill.dto';
import type { CompanySkill } from './skills.repository';

@ApiTags('skills')
@Controller('company-skills')
export class CompanySkillsController {
  constructor(private readonly skills: CompanySkillsService) {}

  @Get()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'List what your company adds to the vocabulary, by name' })
  @ApiPage(CompanySkillResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<CompanySkillResponseDto>> {
    return pageDto(await this.skills.list(actor.companyId, query), (skill) => this.toDto(skill));
  }

  @Post()
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Add a skill of your own, or aliases to a known one',
    description:
      'From now on resumes and jobs are searched for it; those that are stored, in a task. It also has every job ' +
      'scored again that asks for the skill, or whose text turns out to, unless the job is closed.',
  })
  @ApiCreatedResponse({ type: ChangedCompanySkillDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`skill_exists`, `too_many_skills`' })
  async add(
    @CurrentActor() actor: Actor,
    @Body() body: CreateCompanySkillDto,
  ): Promise<ChangedCompanySkillDto> {
    const { name, aliases = [], category } = body;
    return this.toChangedDto(await this.skills.add(actor, { name, aliases, category }));
  }

  @Patch(':skill_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Replace the aliases or the category',
    description:
      'What resumes were found to have by a former alias stays until they are read again.',
  })
  @ApiOkResponse({ type: ChangedCompanySkillDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`skill_exists`' })
  async change(
    @CurrentActor() actor: Actor,
    @UuidParam('skill_id', 'skill') skillId: string,
    @Body() body: UpdateCompanySkillDto,
  ): Promise<ChangedCompanySkillDto> {
    const { aliases, category } = body;
    return this.toChangedDto(await this.skills.change(actor, skillId, { aliases, category }));
  }

  @Delete(':skill_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Remove a skill of your own, or the aliases added to a known one',
    description: 'What resumes were found to have stays until they are read again.',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async delete(
    @CurrentActor() actor: Actor,
    @UuidParam('skill_id', 'skill') skillId: string,
  ): Promise<void> {
    await this.skills.delete(actor.companyId, skillId);
  }

  private toDto(skill: CompanySkill): CompanySkillResponseDto {
    return CompanySkillResponseDto.from(skill, this.skills.extendedSkill(skill) !== null);
  }

  private toChangedDto({ skill, taskId }: ChangedSkill): ChangedCompanySkillDto {
    return { ...this.toDto(skill), search_task_id: taskId };
  }
}
